package io.heyue.voice.media;

import java.io.IOException;
import java.net.BindException;
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

  private static final int TRIES = 100;

  static Sockets open(InetAddress bind, int port) throws IOException {
    DatagramChannel media = bound(bind, port);
    try {
      return new Sockets(port, media, bound(bind, port + 1));
    } catch (IOException e) {
      media.close();
      throw e;
    }
  }

  /**
   * Opens a pair that the system finds. Its first port is bound as it is found, so that nobody else
   * takes it meanwhile; where its neighbour is somebody's, another is looked for.
   *
   * @throws BindException if none is found
   */
  static Sockets openAny(InetAddress bind) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      DatagramChannel found = bound(bind, 0);
      try {
        int port = ((InetSocketAddress) found.getLocalAddress()).getPort();
        return port % 2 == 0
            ? new Sockets(port, found, bound(bind, port + 1))
            : new Sockets(port - 1, bound(bind, port - 1), found);
      } catch (BindException _) {
        found.close();
      } catch (IOException e) {
        found.close();
        throw e;
      }
    }
    throw new BindException(
        "No two ports in a row are free at %s. Maybe too many programs run there."
            .formatted(bind.getHostAddress()));
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
