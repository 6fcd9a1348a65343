package io.heyue.voice.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/**
 * The two sockets of a stream. Thread-safe.
 *
 * @param port that of media
 * @param media for packets of audio and keys
 * @param control for reports, one port above
 */
record Sockets(int port, DatagramChannel media, DatagramChannel control) {
  /** Expedited forwarding, DSCP 46 (RFC 3246), so that routers let voice go first. */
  private static final int EXPEDITED = 46 << 2;

  static Sockets open(InetAddress bind, int port) throws IOException {
    DatagramChannel media = bound(bind, port);
    try {
      return new Sockets(port, media, bound(bind, port + 1));
    } catch (IOException e) {
      media.close();
      throw e;
    }
  }

  private static DatagramChannel bound(InetAddress bind, int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
      return channel.bind(new InetSocketAddress(bind, port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Puts a datagram on the wire.
   *
   * @param to null where nobody said yet where to
   * @return whether the system took it; a network that is down for a while is no fault of the
   *     stream
   */
  static boolean send(DatagramChannel channel, byte[] datagram, @Nullable InetSocketAddress to) {
    try {
      return to != null && channel.send(ByteBuffer.wrap(datagram), to) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  void close() throws IOException {
    try (media) {
      control.close();
    }
  }
}
