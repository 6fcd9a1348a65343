package io.heyue.voice.peer;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Ports of this machine, at its own address 127.0.0.1 alone. */
final class Ports {
  /** What a socket of TCP that listens has as its state in Linux's table of sockets. */
  private static final String LISTENS = "0A";

  private static final int TRIES = 200;

  private Ports() {}

  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  /**
   * The first of several ports in a row that are all free just now, by UDP and by TCP; even, as RTP
   * wants it. Somebody else may take one before it is used: whoever uses it must be ready for that.
   */
  static int free(int count) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = any();
      if (port % 2 == 0 && port + count <= 65_536 && allFree(port, count)) {
        return port;
      }
    }
    throw new IOException("no " + count + " ports in a row are free");
  }

  private static int any() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback(), 0))) {
      return socket.getLocalPort();
    }
  }

  private static boolean allFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      if (!free(new InetSocketAddress(loopback(), port))) {
        return false;
      }
    }
    return true;
  }

  private static boolean free(InetSocketAddress address) {
    try (DatagramSocket datagrams = new DatagramSocket(address);
        ServerSocket connections = new ServerSocket()) {
      connections.bind(address);
      return datagrams.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether some process holds a port. It is read from Linux's table of sockets: to try to bind it
   * would take it from the one that is waited for.
   */
  static boolean held(boolean tcp, int port) throws IOException {
    return held(tcp, false, port);
  }

  /** The same, of IPv6's own address of this machine. */
  static boolean held(boolean tcp, boolean ipv6, int port) throws IOException {
    Path table = Path.of("/proc/net", (tcp ? "tcp" : "udp") + (ipv6 ? "6" : ""));
    String host = ipv6 ? "0".repeat(24) + "01000000" : "0100007F";
    String address = String.format(Locale.ROOT, "%s:%04X", host, port);
    return Files.readAllLines(table).stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(column ->
            column.length > 3 && column[1].equals(address) && (!tcp || column[3].equals(LISTENS)));
  }
}
