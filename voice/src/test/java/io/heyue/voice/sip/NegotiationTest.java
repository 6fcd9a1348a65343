package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NegotiationTest {
  private static final String LONG_KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
  private static final String OTHER_KEY = "PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR";
  private static final MediaKey LONG = new MediaKey(1, "AES_CM_128_HMAC_SHA1_80", LONG_KEY);
  private static final MediaKey SHORT = new MediaKey(2, "AES_CM_128_HMAC_SHA1_32", LONG_KEY);
  private static final Negotiation PLAIN =
      new Negotiation("127.0.0.1", 4000, Secrecy.WHERE_OFFERED, List.of(LONG, SHORT));
  private static final Negotiation SECRET =
      new Negotiation("127.0.0.1", 4000, Secrecy.ALWAYS, List.of(LONG, SHORT));

  private static Sdp session(String media, String... attributes) {
    StringBuilder text =
        new StringBuilder(
            "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\n");
    text.append("m=audio ").append(media).append("\r\n");
    for (String attribute : attributes) {
      text.append("a=").append(attribute).append("\r\n");
    }
    return Sdp.read(text.toString()).orElseThrow();
  }

  @Test
  void theirCodecOfOursIsTakenInTheirOrder() {
    Sdp offered =
        session("5000 RTP/AVP 9 0 8 96", "rtpmap:9 G722/8000", "rtpmap:96 telephone-event/8000");
    Sdp answer = PLAIN.answer(offered, Direction.SENDRECV).orElseThrow();
    assertThat(answer.formats()).containsExactly(0, 96);
    Agreement agreed = PLAIN.agreed(offered, answer);
    assertThat(agreed.codec()).isZero();
    assertThat(agreed.keys()).contains(96);
    assertThat(agreed.address()).isEqualTo("127.0.0.2");
    assertThat(agreed.sends()).isTrue();
    assertThat(agreed.receives()).isTrue();
  }

  @Test
  void nothingThatWeCanIsNoAnswer() {
    assertThat(PLAIN.answer(session("5000 RTP/AVP 9", "rtpmap:9 G722/8000"), Direction.SENDRECV))
        .isEmpty();
    assertThat(PLAIN.answer(session("0 RTP/AVP 8"), Direction.SENDRECV)).isEmpty();
  }

  @Test
  void anAnswerMustFitWhatWasOffered() {
    Sdp offer = PLAIN.offer(Direction.SENDRECV);
    assertThat(PLAIN.accepted(offer, session("5000 RTP/AVP 0")).orElseThrow().codec()).isZero();
    assertThat(PLAIN.accepted(offer, session("5000 RTP/AVP 18", "rtpmap:18 G729/8000"))).isEmpty();
    assertThat(PLAIN.accepted(offer, session("0 RTP/AVP 8"))).isEmpty();
    assertThat(
            PLAIN.accepted(
                offer,
                session("5000 RTP/SAVP 8", "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + OTHER_KEY)))
        .isEmpty();
  }

  @Test
  void whatIsToBeSecretIsNeverPlain() {
    Sdp offer = SECRET.offer(Direction.SENDRECV);
    assertThat(offer.secure()).isTrue();
    assertThat(offer.keys()).containsExactly(LONG, SHORT);
    assertThat(SECRET.accepted(offer, session("5000 RTP/AVP 8"))).isEmpty();
    assertThat(SECRET.accepted(offer, session("5000 RTP/SAVP 8"))).isEmpty();
    assertThat(SECRET.answer(session("5000 RTP/AVP 8"), Direction.SENDRECV)).isEmpty();
    Agreement agreed =
        SECRET
            .accepted(
                offer,
                session("5000 RTP/SAVP 8", "crypto:2 AES_CM_128_HMAC_SHA1_32 inline:" + OTHER_KEY))
            .orElseThrow();
    assertThat(agreed.ours()).contains(SHORT);
    assertThat(agreed.theirs()).contains(new MediaKey(2, "AES_CM_128_HMAC_SHA1_32", OTHER_KEY));
  }

  @Test
  void anAnswerWithATagThatWasNotOfferedIsNone() {
    Sdp offer = SECRET.offer(Direction.SENDRECV);
    assertThat(
            SECRET.accepted(
                offer,
                session("5000 RTP/SAVP 8", "crypto:7 AES_CM_128_HMAC_SHA1_80 inline:" + OTHER_KEY)))
        .isEmpty();
  }

  @Test
  void encryptionThatIsOfferedIsTaken() {
    Sdp offered =
        session("5000 RTP/SAVP 8", "crypto:4 AES_CM_128_HMAC_SHA1_80 inline:" + OTHER_KEY);
    Sdp answer = PLAIN.answer(offered, Direction.SENDRECV).orElseThrow();
    assertThat(answer.secure()).isTrue();
    assertThat(answer.keys()).containsExactly(new MediaKey(4, "AES_CM_128_HMAC_SHA1_80", LONG_KEY));
    assertThat(PLAIN.agreed(offered, answer).theirs().map(MediaKey::key)).contains(OTHER_KEY);
    Sdp unknown = session("5000 RTP/SAVP 8", "crypto:1 F8_128_HMAC_SHA1_80 inline:" + OTHER_KEY);
    assertThat(PLAIN.answer(unknown, Direction.SENDRECV)).isEmpty();
  }

  @Test
  void whoHoldsIsNotSentTo() {
    for (Sdp offered :
        List.of(session("5000 RTP/AVP 8", "sendonly"), session("5000 RTP/AVP 8", "inactive"))) {
      Sdp answer = PLAIN.answer(offered, Direction.SENDRECV).orElseThrow();
      assertThat(answer.direction().sends()).isFalse();
      assertThat(PLAIN.agreed(offered, answer).held()).isTrue();
    }
    Sdp old = Sdp.read("v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 5000 RTP/AVP 8\r\n").orElseThrow();
    Sdp answer = PLAIN.answer(old, Direction.SENDRECV).orElseThrow();
    assertThat(PLAIN.agreed(old, answer).held()).isTrue();
  }

  @Test
  void weMayHoldWhoeverOffersAll() {
    Sdp answer = PLAIN.answer(session("5000 RTP/AVP 8"), Direction.SENDONLY).orElseThrow();
    assertThat(answer.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(PLAIN.agreed(session("5000 RTP/AVP 8"), answer).receives()).isFalse();
  }

  @Test
  void withinACallAllStaysAsItWasAgreed() {
    Agreement agreed =
        new Agreement(
            "127.0.0.2",
            5000,
            0,
            Optional.of(97),
            true,
            true,
            Optional.of(SHORT),
            Optional.of(SHORT));
    Sdp again = SECRET.offer(Direction.SENDONLY, agreed);
    assertThat(again.formats()).containsExactly(0, 97);
    assertThat(again.keys()).containsExactly(SHORT);
    assertThat(again.secure()).isTrue();
    assertThat(again.direction()).isEqualTo(Direction.SENDONLY);
  }

  @Test
  void whereverAudioCannotBeSentThereIsNoAgreement() {
    Sdp named =
        Sdp.read("v=0\r\nc=IN IP4 media.example\r\nm=audio 5000 RTP/AVP 8\r\n").orElseThrow();
    assertThat(PLAIN.answer(named, Direction.SENDRECV)).isEmpty();
    assertThat(PLAIN.accepted(PLAIN.offer(Direction.SENDRECV), named)).isEmpty();
    Sdp last = session("65535 RTP/AVP 8");
    assertThat(PLAIN.accepted(PLAIN.offer(Direction.SENDRECV), last)).isEmpty();
  }

  @Test
  void aKeyWithConditionsThatWeCannotKeepIsNone() {
    for (String more : List.of("|2^20|1:4", " UNENCRYPTED_SRTP", "AAAA")) {
      Sdp offered =
          session("5000 RTP/SAVP 8", "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + OTHER_KEY + more);
      assertThat(PLAIN.answer(offered, Direction.SENDRECV)).as(more).isEmpty();
    }
  }
}
