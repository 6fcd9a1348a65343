package io.heyue.voice.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Whether our own signalling still hears: asked from outside (OPTIONS) through a socket of its own,
 * since the library hands what it sends to itself over without the thread that may be dead.
 */
final class OwnEars {
  /** After which a question is sent again by UDP (RFC 3261, 17.1.2.2: T1). */
  private static final int AGAIN_MILLIS = 500;

  private static final int LONGEST_ANSWER = 4_096;
  private static final String ANSWER = "SIP/2.0 ";

  private final InetAddress address;

  /** Of this question: nobody else's answer is taken for ours. */
  private final String mark;

  OwnEars(InetAddress address, String mark) {
    this.address = address;
    this.mark = mark;
  }

  /**
   * Asks by datagrams; waits for so long at most. By TCP there is nothing to ask: each connection
   * has a thread of its own, and one that dies ends with it.
   */
  boolean byUdp(int port, Duration within) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
      socket.connect(address, port);
      socket.setSoTimeout(AGAIN_MILLIS);
      byte[] question = question(socket.getLocalPort(), port);
      boolean answered = false;
      for (long left = within.toMillis(); left > 0 && !answered; left -= AGAIN_MILLIS) {
        socket.send(new DatagramPacket(question, question.length));
        answered = answers(socket);
      }
      return answered;
    } catch (IOException e) {
      // Nobody listens on the port.
      return false;
    }
  }

  private static boolean answers(DatagramSocket socket) throws IOException {
    DatagramPacket answer = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
    try {
      socket.receive(answer);
      return isAnswer(answer.getData(), answer.getLength());
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static boolean isAnswer(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.UTF_8).startsWith(ANSWER);
  }

  private byte[] question(int mine, int port) {
    String host = address.getHostAddress();
    String us = address instanceof Inet6Address ? "[" + host + "]" : host;
    return String.join(
            "\r\n",
            "OPTIONS sip:%s:%d SIP/2.0".formatted(us, port),
            "Via: SIP/2.0/UDP %s:%d;rport;branch=z9hG4bK%s".formatted(us, mine, mark),
            "From: <sip:ears@%s>;tag=%s".formatted(us, mark),
            "To: <sip:%s:%d>".formatted(us, port),
            "Call-ID: %s@%s".formatted(mark, us),
            "CSeq: 1 OPTIONS",
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
