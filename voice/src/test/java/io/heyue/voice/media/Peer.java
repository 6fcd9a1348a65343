package io.heyue.voice.media;

import io.heyue.voice.rtp.RtpPacket;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/** Another side of a stream that does what the test says, byte by byte. */
final class Peer implements AutoCloseable {
  private static final PortPairs PORTS =
      new PortPairs(InetAddress.getLoopbackAddress(), 26_000, 27_999, 0);

  private final Sockets sockets;

  Peer() throws IOException {
    sockets = PORTS.open();
    for (DatagramChannel channel : new DatagramChannel[] {sockets.media(), sockets.control()}) {
      channel.configureBlocking(true);
      channel.socket().setSoTimeout(20_000);
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), sockets.port());
  }

  /** The next packet that comes. */
  RtpPacket receive() throws IOException {
    return RtpPacket.read(ByteBuffer.wrap(receive(sockets.media()))).orElseThrow();
  }

  byte[] receiveReport() throws IOException {
    return receive(sockets.control());
  }

  private static byte[] receive(DatagramChannel channel) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    channel.socket().receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  void send(byte[] datagram, int port) throws IOException {
    send(sockets.media(), datagram, port);
  }

  void sendReport(byte[] datagram, int port) throws IOException {
    send(sockets.control(), datagram, port + 1);
  }

  private static void send(DatagramChannel channel, byte[] datagram, int port) throws IOException {
    channel
        .socket()
        .send(
            new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
  }

  @Override
  public void close() throws IOException {
    sockets.close();
    PORTS.giveBack(sockets);
  }
}
