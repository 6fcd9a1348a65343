package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpTest {
  private static final String OFFER =
      """
      v=0
      o=carrier 1 1 IN IP4 192.0.2.1
      s=call
      c=IN IP4 192.0.2.1
      t=0 0
      a=sendrecv
      m=audio 40000 RTP/AVP 18 8 0 97
      a=rtpmap:18 G729/8000
      a=rtpmap:97 telephone-event/8000/1
      a=fmtp:97 0-16
      m=video 40002 RTP/AVP 31
      c=IN IP4 192.0.2.9
      a=inactive
      """;

  private static Sdp read(String session) {
    return Sdp.read(session).orElseThrow();
  }

  @Test
  void theAudioOfASessionIsRead() {
    Sdp offer = read(OFFER);
    assertThat(offer.address()).isEqualTo("192.0.2.1");
    assertThat(offer.port()).isEqualTo(40_000);
    assertThat(offer.formats()).containsExactly(18, 8, 0, 97);
    assertThat(offer.format("pcma/8000")).contains(8);
    assertThat(offer.format(Sdp.KEYS)).contains(97);
    assertThat(offer.format("opus/48000/2")).isEmpty();
    assertThat(offer.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(offer.holds()).isFalse();
  }

  /** RFC 3264, 6: an answer has a line for each that was offered. */
  @Test
  void whatElseIsOfferedIsDeclinedInItsPlace() {
    Sdp offer = read(OFFER.replace("m=audio", "m=image 40004 udptl t38\nm=audio"));
    Negotiation ours = new Negotiation("127.0.0.1", 4_000, Secrecy.WHERE_OFFERED, List.of());
    Sdp answer = ours.answer(offer, Direction.SENDRECV).orElseThrow();
    assertThat(answer.written(1, 1).lines().filter(line -> line.startsWith("m=")))
        .containsExactly(
            "m=image 0 udptl t38", "m=audio 4000 RTP/AVP 8 97", "m=video 0 RTP/AVP 31");
    assertThat(read(answer.written(1, 1)).media()).isEqualTo(answer.media());
  }

  @Test
  void theAddressOfTheAudioWinsOverThatOfTheSession() {
    Sdp offer =
        read(
            OFFER.replace(
                "m=audio 40000 RTP/AVP 18 8 0 97",
                "m=audio 40000/2 RTP/AVP 8\nc=IN IP4 192.0.2.7/127\na=sendonly"));
    assertThat(offer.address()).isEqualTo("192.0.2.7");
    assertThat(offer.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(offer.direction().answered()).isEqualTo(Direction.RECVONLY);
    assertThat(offer.holds()).isTrue();
    assertThat(read(OFFER.replace("IP4 192.0.2.1", "IP4 0.0.0.0")).holds()).isTrue();
  }

  @Test
  void whatIsSaidOfAPictureIsNotSaidOfTheAudio() {
    Sdp offer = read(OFFER.replace("m=audio", "m=video 40002 RTP/AVP 31\na=inactive\nm=audio"));
    assertThat(offer.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(offer.port()).isEqualTo(40_000);
  }

  @Test
  void whatIsWrittenIsRead() {
    Sdp plain =
        new Sdp(
            "127.0.0.1",
            4_000,
            false,
            List.of(8, 0, 101),
            Map.of(101, Sdp.KEYS),
            Direction.RECVONLY,
            List.of());
    assertThat(read(plain.written(7, 1)))
        .isEqualTo(
            new Sdp(
                "127.0.0.1",
                4_000,
                false,
                List.of(8, 0, 101),
                Map.of(0, "pcmu/8000", 8, "pcma/8000", 101, Sdp.KEYS),
                Direction.RECVONLY,
                List.of()));
    assertThat(plain.written(7, 1)).contains("a=rtpmap:8 PCMA/8000\r\n", "a=fmtp:101 0-15\r\n");
    MediaKey key =
        new MediaKey(1, "AES_CM_128_HMAC_SHA1_80", "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz");
    Sdp secure =
        new Sdp(
            "::1",
            4_000,
            true,
            List.of(8),
            Map.of(8, "pcma/8000"),
            Direction.SENDRECV,
            List.of(key));
    assertThat(read(secure.written(7, 2))).isEqualTo(secure);
    assertThat(secure.written(7, 2)).contains("IN IP6 ::1", "RTP/SAVP 8");
    assertThat(secure.toString()).doesNotContain("WVNf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "v=0\nc=IN IP4 192.0.2.1\nm=video 1 RTP/AVP 31",
        "v=0\nc=IN IP4 192.0.2.1\nm=audio 99999 RTP/AVP 8",
        "v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 UDP/TLS/RTP/SAVPF 8",
        "v=0\nm=audio 4000 RTP/AVP 8",
        "v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP opus"
      })
  void whatHoldsNoAudioOfOursIsNone(String session) {
    assertThat(Sdp.read(session)).isEmpty();
  }

  @Test
  void anyTextIsASessionOrNone() {
    Random random = new Random(9);
    for (int times = 0; times < 50_000; times++) {
      StringBuilder text = new StringBuilder(OFFER);
      for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(128));
          case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
          default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
        }
        if (text.isEmpty()) {
          text.append('v');
        }
      }
      Sdp.read(text.toString())
          .ifPresent(read -> assertThat(read.formats().size()).isLessThanOrEqualTo(128));
    }
    assertThat(Sdp.read(OFFER + "a=x\n".repeat(10_000))).isEmpty();
  }
}
