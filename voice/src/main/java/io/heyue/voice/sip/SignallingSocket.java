package io.heyue.voice.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;

/**
 * The socket by which the library hears datagrams. It would take a new array of the longest
 * datagram's size for each and keep it while the message waits, and have the system hold no more
 * than that, some dozens of messages. Received by one thread only.
 */
final class SignallingSocket extends DatagramSocket {
  /** Of a datagram (RFC 768). */
  private static final int LONGEST = 65_535;

  /** Several seconds of messages; the system may hold less. */
  private static final int HELD = 4 << 20;

  private final byte[] came = new byte[LONGEST];

  SignallingSocket(InetSocketAddress address) throws SocketException {
    super(address);
    super.setReceiveBufferSize(HELD);
  }

  @Override
  public void receive(DatagramPacket packet) throws IOException {
    packet.setData(came);
    try {
      super.receive(packet);
    } finally {
      packet.setData(Arrays.copyOf(came, packet.getLength()));
    }
  }

  /** It stays as we want it. */
  @Override
  public void setReceiveBufferSize(int size) {}
}
