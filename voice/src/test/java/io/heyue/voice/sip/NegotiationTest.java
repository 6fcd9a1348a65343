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
    assertThat(agreed.coded()).isEqualTo(Coded.of(Codec.PCMU));
    assertThat(agreed.keys()).contains(96);
    assertThat(agreed.address()).isEqualTo("127.0.0.2");
    assertThat(agreed.sends()).isTrue();
    assertThat(agreed.receives()).isTrue();
  }

  private static final Negotiation WIDE =
      new Negotiation(
          "127.0.0.1",
          4000,
          Secrecy.WHERE_OFFERED,
          List.of(),
          List.of(Codec.OPUS, Codec.PCMA, Codec.PCMU));

  private static Sdp onlyOpus() {
    return session(
        "5000 RTP/AVP 96 97 98",
        "rtpmap:96 opus/48000/2",
        "fmtp:96 minptime=10; useinbandfec=1;maxaveragebitrate=20000",
        "rtpmap:97 telephone-event/8000",
        "rtpmap:98 telephone-event/48000");
  }

  @Test
  void opusIsOfferedAndTakenOnlyWhereItMayBeUsed() {
    assertThat(PLAIN.offer(Direction.SENDRECV).formats()).containsExactly(8, 0, 101);
    assertThat(PLAIN.answer(onlyOpus(), Direction.SENDRECV)).isEmpty();
    Sdp both = session("5000 RTP/AVP 96 8", "rtpmap:96 opus/48000/2");
    assertThat(PLAIN.answer(both, Direction.SENDRECV).orElseThrow().formats()).containsExactly(8);
    assertThat(WIDE.answer(both, Direction.SENDRECV).orElseThrow().formats()).containsExactly(96);
    String offer = WIDE.offer(Direction.SENDRECV).written(1, 1);
    assertThat(offer)
        .contains(
            "m=audio 4000 RTP/AVP 111 8 0 110 101\r\n",
            "a=rtpmap:111 opus/48000/2\r\n",
            "a=fmtp:111 maxplaybackrate=8000;sprop-maxcapturerate=8000;useinbandfec=1;usedtx=0\r\n",
            "a=rtpmap:110 telephone-event/48000\r\na=fmtp:110 0-15\r\n",
            "a=rtpmap:101 telephone-event/8000\r\n");
    assertThat(Sdp.read(offer).orElseThrow().written(1, 1)).isEqualTo(offer);
  }

  @Test
  void whoHasOnlyOpusIsAnsweredByItWithKeysOfItsClock() {
    Sdp answer = WIDE.answer(onlyOpus(), Direction.SENDRECV).orElseThrow();
    assertThat(answer.formats()).containsExactly(96, 98);
    assertThat(answer.written(1, 1)).contains("a=rtpmap:96 opus/48000/2", "a=fmtp:96 max");
    Agreement agreed = WIDE.agreed(onlyOpus(), answer);
    assertThat(agreed.keys()).contains(98);
    Coded coded = agreed.coded();
    assertThat(coded.codec()).isEqualTo(Codec.OPUS);
    assertThat(List.of(coded.sentAs(), coded.heardAs(), coded.keyClock()))
        .containsExactly(96, 96, 48_000);
    assertThat(coded.wish("useinbandfec", 0)).isEqualTo(1);
    assertThat(coded.wish("maxaveragebitrate", 0)).isEqualTo(20_000);
    assertThat(coded.wish("stereo", 7)).isEqualTo(7);
    assertThat(WIDE.offer(Direction.SENDONLY, agreed).written(1, 1))
        .contains("RTP/AVP 96 98\r\n", "opus/48000/2", "telephone-event/48000");
  }

  /** Each side may have a number of its own for the same (RFC 3264, 5.1). */
  @Test
  void anAnswerByOpusMayHaveItsOwnNumbersAndKeysByTheOtherClock() {
    Sdp offer = WIDE.offer(Direction.SENDRECV);
    Sdp answer =
        session(
            "5000 RTP/AVP 120 101", "rtpmap:120 opus/48000/2", "rtpmap:101 telephone-event/8000");
    Agreement agreed = WIDE.accepted(offer, answer).orElseThrow();
    assertThat(agreed.coded()).isEqualTo(new Coded(Codec.OPUS, 120, 111, 8_000, ""));
    assertThat(agreed.keys()).contains(101);
    assertThat(WIDE.accepted(PLAIN.offer(Direction.SENDRECV), answer)).isEmpty();
    assertThat(PLAIN.accepted(PLAIN.offer(Direction.SENDRECV), answer)).isEmpty();
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
    assertThat(PLAIN.accepted(offer, session("5000 RTP/AVP 0")).orElseThrow().coded().codec())
        .isEqualTo(Codec.PCMU);
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
    for (String nobody : List.of("IP4 0.0.0.0", "IP6 ::", "IP6 0:0::0", "IP6 ::ffff:0.0.0.0")) {
      Sdp old =
          Sdp.read("v=0\r\nc=IN %s\r\nm=audio 5000 RTP/AVP 8\r\n".formatted(nobody)).orElseThrow();
      Sdp answer = PLAIN.answer(old, Direction.SENDRECV).orElseThrow();
      assertThat(PLAIN.agreed(old, answer).held()).as(nobody).isTrue();
    }
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
            Coded.of(Codec.PCMU),
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
    for (String nowhere : List.of("IP4 media.example", "IP4 999.1.1.1", "IP6 :::", "IP6 1::2::3")) {
      Sdp named =
          Sdp.read("v=0\r\nc=IN %s\r\nm=audio 5000 RTP/AVP 8\r\n".formatted(nowhere)).orElseThrow();
      assertThat(PLAIN.answer(named, Direction.SENDRECV)).as(nowhere).isEmpty();
      assertThat(PLAIN.accepted(PLAIN.offer(Direction.SENDRECV), named)).isEmpty();
    }
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
