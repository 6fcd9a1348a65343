package io.heyue.app.phone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls by UDP with a message written by hand, from any address of the loopback. */
final class RawCaller implements AutoCloseable {
  private static final int BOUND_MILLIS = 30_000;

  private final DatagramSocket socket;

  RawCaller(String address) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    socket.setSoTimeout(BOUND_MILLIS);
  }

  /**
   * Calls once, and gives up if anybody takes it.
   *
   * @param called the number that is called
   * @param from what the From header holds
   * @param more other headers, each with its name
   * @return the last status
   */
  int call(int port, String called, String from, String... more) throws IOException {
    String id = Long.toString(System.nanoTime());
    String request =
        "INVITE sip:%1$s@127.0.0.1:%2$d SIP/2.0\r\n".formatted(called, port)
            + head("INVITE", called, from, id, "")
            + Stream.of(more).map(line -> line + "\r\n").collect(Collectors.joining())
            + "Contact: <sip:x@127.0.0.1:%d>\r\nContent-Length: 0\r\n\r\n"
                .formatted(socket.getLocalPort());
    send(port, request);
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[8_192], 8_192);
      socket.receive(packet);
      String response = new String(packet.getData(), 0, packet.getLength(), US_ASCII);
      int status = Integer.parseInt(response.substring(8, 11));
      if (status < 200) {
        continue;
      }
      String tag = response.replaceAll("(?s).*\nTo:[^\r]*;tag=([^;\r]+).*", "$1");
      String to = ";tag=" + tag;
      String target = " sip:%s@127.0.0.1:%d SIP/2.0\r\n".formatted(called, port);
      send(port, "ACK" + target + head("ACK", called, from, id, to) + "Content-Length: 0\r\n\r\n");
      return status;
    }
  }

  /**
   * Asks several times whether anybody is there, one after the other.
   *
   * @param ways parameters of each Via header, each after a semicolon
   * @return which is answered first
   */
  int answeredFirst(int port, String... ways) throws IOException {
    String run = Long.toString(System.nanoTime());
    for (int way = 0; way < ways.length; way++) {
      String head = head("OPTIONS", "x", "<sip:x@127.0.0.1>", run + "n" + way, "");
      send(
          port,
          "OPTIONS sip:x@127.0.0.1:%d SIP/2.0\r\n".formatted(port)
              + head.replace(";rport", ";rport" + ways[way])
              + "Content-Length: 0\r\n\r\n");
    }
    DatagramPacket packet = new DatagramPacket(new byte[8_192], 8_192);
    socket.receive(packet);
    String response = new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    return Integer.parseInt(response.replaceAll("(?s).*\nCall-ID: [0-9]+n([0-9]+).*", "$1"));
  }

  private String head(String method, String called, String from, String id, String to) {
    return """
    Via: SIP/2.0/UDP %s:%d;branch=z9hG4bK%s;rport
    Max-Forwards: 70
    From: %s;tag=1
    To: <sip:%s@127.0.0.1>%s
    Call-ID: %s
    CSeq: 1 %s
    """
        .formatted(
            socket.getLocalAddress().getHostAddress(),
            socket.getLocalPort(),
            id,
            from,
            called,
            to,
            id,
            method)
        .replace("\n", "\r\n");
  }

  private void send(int port, String message) throws IOException {
    byte[] bytes = message.getBytes(US_ASCII);
    socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
  }

  @Override
  public void close() {
    socket.close();
  }
}
