package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Messages that were cut, swapped and strewn with bytes (after RFC 4475) don't deafen a phone. */
class MutatedMessagesTest {
  private static final int MESSAGES = 4_000;
  private static final int ASKED_EVERY = 500;

  private static final List<String> SEEDS =
      List.of(
          message("INVITE", "1 INVITE", sdp()),
          message("OPTIONS", "2 OPTIONS", ""),
          message("REGISTER", "3 REGISTER", ""),
          message("BYE", "4 BYE", ""),
          message("CANCEL", "1 CANCEL", ""),
          message("REFER", "9 REFER", ""),
          message("ÜNKNOWN", "4294967296 X", "\u0000\u0001"),
          lines(
              """
              SIP/2.0 200 OK
              Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK1
              From: <sip:a@b>;tag=1
              To: <sip:c@d>;tag=2
              Call-ID: x
              CSeq: 1 INVITE
              Content-Length: 0

              """));

  /** As the wire has it. */
  private static String lines(String text) {
    return text.replace("\n", "\r\n");
  }

  private static String message(String method, String number, String body) {
    return method
        + " sip:heyue@127.0.0.1 SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-"
        + number.hashCode()
        + "\r\nFrom: \"A\\\"x\" <sip:a%20b@[::1]:5060;x=y>;tag=abc\r\nTo: sip:heyue@127.0.0.1\r\n"
        + "Call-ID: 1@127.0.0.1\r\nCSeq: "
        + number
        + "\r\nMax-Forwards: 70\r\nContact: <sip:a@127.0.0.1:9>\r\nSession-Expires: 90\r\n"
        + "Require: 100rel\r\nContent-Type: application/sdp\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String sdp() {
    return lines(
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio 9 RTP/AVP 8 101
        a=rtpmap:101 telephone-event/8000
        """);
  }

  @Test
  void whateverComesThePhoneStillAnswers() throws Exception {
    Random random = new Random(4_475);
    try (Phone phone = new Phone();
        Phone friend = new Phone();
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      phone.opens(Secrecy.WHERE_OFFERED);
      SipAddress there = phone.address(Transport.UDP);
      InetSocketAddress door =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), there.reachedAt());
      for (int sent = 1; sent <= MESSAGES; sent++) {
        byte[] bytes = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
        send(socket, bytes, door);
        if (sent % ASKED_EVERY == 0) {
          assertThat(friend.endpoint.ask(there).get(60, TimeUnit.SECONDS).status())
              .as("after %d messages", sent)
              .isEqualTo(200);
        }
      }
    }
  }

  private static void send(DatagramSocket socket, byte[] bytes, InetSocketAddress door)
      throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, door));
  }

  private static byte[] mutated(String seed, Random random) {
    byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
    for (int left = random.nextInt(12); left > 0 && bytes.length > 4; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
        case 2 -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(bytes.length - Math.max(at, from), random.nextInt(60));
          System.arraycopy(bytes.clone(), from, bytes, at, count);
        }
        default -> bytes[at] = (byte) "\r\n:;<>\"@ ,=".charAt(random.nextInt(11));
      }
    }
    return bytes;
  }
}
