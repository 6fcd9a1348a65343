package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.peer.DigestProof;
import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.SippOrder;
import io.heyue.voice.peer.Verdict;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** We call SIPp, which is called in all the ways that a carrier's machine may answer. */
class SippCallsTest {
  private static final Credentials CALLER = new Credentials("caller", "secret");

  /** Calls end by themselves after a while, in which the peer does what it has to do. */
  private static final Patience BRIEF =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3));

  private static Phone phone;

  @BeforeAll
  static void open() {
    Sipp.present();
    phone = new Phone();
  }

  @AfterAll
  static void close() {
    if (phone != null) {
      phone.close();
    }
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(phone.notes).isEmpty();
  }

  private static SipAddress to(Sipp peer, Transport transport) {
    return SipAddress.parse("sip:peer@%s;transport=%s".formatted(peer.address(), transport.id()));
  }

  private static SippOrder called(String scenario, Transport transport) {
    SippOrder order = Sipp.called(scenario).pause(Duration.ofMillis(300));
    return transport == Transport.TCP ? order.tcp() : order;
  }

  private static void passed(Sipp peer) throws Exception {
    Verdict verdict = peer.verdict();
    assertThat(verdict.passed()).as(verdict.toString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "answer, ringing|up, UDP",
    "answer, ringing|up, TCP",
    "answer_pcmu, ringing|up, UDP",
    "answer_at_once, up, UDP",
    "early_media, early|up, UDP",
    "early_media, early|up, TCP",
    "prack, ringing|up, UDP",
    "prack, ringing|up, TCP",
    "prack_media, early|up, UDP",
  })
  void whoTakesItIsTalkedWithAndHungUpOn(String scenario, String heard, Transport transport)
      throws Exception {
    try (Sipp peer = called(scenario, transport).start()) {
      Phone.Talk talk = phone.dial(to(peer, transport));
      talk.hears(heard.split("\\|"));
      assertThat(talk.audio.flows).isNotEmpty();
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "busy, ended REFUSED 486, UDP",
    "busy, ended REFUSED 486, TCP",
    "not_found, ended REFUSED 404, UDP",
    "decline, ended REFUSED 603, UDP",
    "forbidden, ended REFUSED 403, UDP",
    "reject_codec, ended REFUSED 488, UDP",
    "unavailable, ended TRUNK 503 elsewhere, UDP",
    "unavailable, ended TRUNK 503 elsewhere, TCP",
    "early_refused, ended REFUSED 480, UDP",
    "early_refused, ended REFUSED 480, TCP",
  })
  void whoRefusesIsUnderstood(String scenario, String end, Transport transport) throws Exception {
    try (Sipp peer = called(scenario, transport).start()) {
      Phone.Talk talk = phone.dial(to(peer, transport));
      assertThat(talk.hearsAll().getLast()).isEqualTo(end);
      assertThat(talk.audio.closed).isTrue();
      passed(peer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UDP", "TCP"})
  void whoHangsUpHasHungUp(String transport) throws Exception {
    Transport way = Transport.valueOf(transport);
    try (Sipp peer = called("answer_bye", way).start()) {
      Phone.Talk talk = phone.dial(to(peer, way));
      assertThat(talk.hearsAll()).endsWith("up", "ended THEY_LEFT 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({"cancel, UDP", "cancel, TCP", "cancel_race, UDP", "cancel_race, TCP"})
  void aCallThatIsWantedNoMoreIsCancelledAndWhoTookItMeanwhileIsHungUpOn(
      String scenario, Transport transport) throws Exception {
    try (Sipp peer = called(scenario, transport).start()) {
      Phone.Talk talk = phone.dial(to(peer, transport));
      talk.hears("ringing");
      talk.call.hangUp();
      talk.hears("ended CANCELLED 0");
      passed(peer);
    }
  }

  @Test
  void whatIsNotYetTakenOnIsCancelledOnceItIs() throws Exception {
    try (Sipp peer = called("trying_only", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      talk.call.hangUp();
      assertThat(talk.hearsAll().getLast()).isEqualTo("ended CANCELLED 0");
      passed(peer);
    }
  }

  @Test
  void whoOnlyTakesItOnIsGivenUp() throws Exception {
    Patience patience =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));
    try (Sipp peer = called("trying_only", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP), Optional.empty(), patience);
      talk.hears("ended TRUNK 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "digest_md5, 1, UDP",
    "digest_md5, 1, TCP",
    "digest_proxy, 1, UDP",
    "digest_sha256, 1, UDP",
    "digest_stale, 2, UDP",
    "digest_bye, 2, UDP",
  })
  void whoWantsProofGetsIt(String scenario, int proofs, Transport transport) throws Exception {
    try (Sipp peer = called(scenario, transport).wants("caller", "secret").start()) {
      Phone.Talk talk = phone.dial(to(peer, transport), Optional.of(CALLER), Phone.PATIENCE);
      assertThat(talk.hearsUntil("up")).endsWith("up");
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
      List<DigestProof> given = peer.verdict().proofs();
      assertThat(given).hasSize(proofs);
      assertThat(given.getLast().holds("caller", "secret")).isTrue();
    }
  }

  @Test
  void whoWantsItAgainWithoutReasonIsLeftAlone() throws Exception {
    try (Sipp peer = called("digest_twice", Transport.UDP).wants("caller", "secret").start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP), Optional.of(CALLER), Phone.PATIENCE);
      assertThat(talk.hearsAll().getLast()).isEqualTo("ended REFUSED 401");
      passed(peer);
    }
  }

  @Test
  void whoWantsItOnlyAfterTheirPhoneMayRingHasRefused() throws Exception {
    try (Sipp peer = called("early_challenged", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP), Optional.of(CALLER), Phone.PATIENCE);
      assertThat(talk.hearsAll().getLast()).isEqualTo("ended REFUSED 401");
      passed(peer);
    }
  }

  @Test
  void withoutAPasswordItIsTheTrunksAffair() throws Exception {
    try (Sipp peer = called("digest_twice", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      assertThat(talk.hearsAll().getLast()).startsWith("ended TRUNK 401");
    }
  }

  @ParameterizedTest
  @CsvSource({"hold, UDP", "hold, TCP", "hold_zero, UDP"})
  void whoHoldsIsHeld(String scenario, Transport transport) throws Exception {
    try (Sipp peer = called(scenario, transport).start()) {
      Phone.Talk talk = phone.dial(to(peer, transport));
      assertThat(talk.hearsAll()).endsWith("up", "held", "resumed", "ended THEY_LEFT 0");
      passed(peer);
    }
  }

  @Test
  void whoSaysTwiceThatTheyTookItIsThankedTwice() throws Exception {
    try (Sipp peer = called("duplicate_200", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP), Optional.empty(), BRIEF);
      talk.hears("ringing", "up", "ended TOO_LONG 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({"hold_ours, UDP", "hold_ours, TCP"})
  void weMayHold(String scenario, Transport transport) throws Exception {
    try (Sipp peer = called(scenario, transport).start()) {
      Phone.Talk talk = phone.dial(to(peer, transport));
      talk.hears("ringing", "up");
      talk.call.hold(true);
      talk.hears("holding");
      talk.call.hold(false);
      talk.hears("holding no more");
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "reinvite_no_sdp"})
  void whatComesWithinTheCallIsAnswered(String scenario) throws Exception {
    try (Sipp peer = called(scenario, Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      assertThat(talk.hearsAll().getLast()).isEqualTo("ended THEY_LEFT 0");
      passed(peer);
    }
  }

  @Test
  void keysThatComeAsSignallingAreHeard() throws Exception {
    try (Sipp peer = called("info_dtmf", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      talk.hears("ringing", "up", "pressed 5");
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @Test
  void whoWantsCallsToLastLongerGetsIt() throws Exception {
    try (Sipp peer = called("session_too_small", Transport.UDP).key("least", "3600").start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      assertThat(talk.hearsUntil("up")).endsWith("up");
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @Test
  void whoSaysThatTheCallLastsIsBelieved() throws Exception {
    try (Sipp peer = called("session_timer_uas", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP), Optional.empty(), BRIEF);
      assertThat(talk.hearsAll()).endsWith("up", "ended TOO_LONG 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "refer_accepted, transfer 202|transfer 100|transfer 200 ended",
    "refer_failed, transfer 202|transfer 100|transfer 503 ended",
    "refer_refused, transfer 603 ended",
  })
  void whoIsAskedToTransferDoesOrDoesNot(String scenario, String heard) throws Exception {
    try (Sipp peer = called(scenario, Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      talk.hears("ringing", "up");
      talk.call.transfer(SipAddress.parse("sip:agent@127.0.0.1:9"));
      talk.hears(heard.split("\\|"));
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @Test
  void nobodyTransfersUs() throws Exception {
    try (Sipp peer = called("refer_in", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      assertThat(talk.hearsAll().getLast()).isEqualTo("ended THEY_LEFT 0");
      passed(peer);
    }
  }

  @Test
  void whereBothWantSomethingAtOnceOneWaits() throws Exception {
    try (Sipp peer = called("glare", Transport.UDP).start()) {
      Phone.Talk talk = phone.dial(to(peer, Transport.UDP));
      talk.hears("ringing", "up");
      talk.call.hold(true);
      talk.hears("holding");
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "call, UDP",
    "call, TCP",
    "call_no_sdp, UDP",
    "call_prack, UDP",
  })
  void whoCallsIsTakenAndHangsUp(String scenario, Transport transport) throws Exception {
    phone.opens(Secrecy.WHERE_OFFERED);
    try (Sipp peer = calling(scenario, transport).start()) {
      Phone.Talk talk = phone.called();
      talk.call.accept();
      talk.hears("up", "ended THEY_LEFT 0");
      passed(peer);
    }
  }

  private SippOrder calling(String scenario, Transport transport) {
    SipAddress ours = phone.address(transport);
    SippOrder order =
        Sipp.calling(scenario, ours.host() + ":" + ours.reachedAt()).pause(Duration.ofMillis(300));
    return transport == Transport.TCP ? order.tcp() : order;
  }

  @Test
  void whoCallsMayTakeItBack() throws Exception {
    phone.opens(Secrecy.WHERE_OFFERED);
    for (String scenario : List.of("call_cancel", "call_early_bye")) {
      try (Sipp peer = calling(scenario, Transport.UDP).start()) {
        phone.called().hears("ended THEY_LEFT 0");
        passed(peer);
      }
    }
  }

  @Test
  void whoCallsIsHungUpOn() throws Exception {
    phone.opens(Secrecy.WHERE_OFFERED);
    try (Sipp peer = calling("call_left", Transport.UDP).start()) {
      Phone.Talk talk = phone.called();
      talk.call.accept();
      talk.hears("up");
      talk.call.hangUp();
      talk.hears("ended WE_LEFT 0");
      passed(peer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call_refused",
        "call_unsupported",
        "call_brief",
        "unknown_method",
        "options_ping",
        "stray_bye"
      })
  void whatIsNotForUsIsAnsweredPlainly(String scenario) throws Exception {
    phone.endpoint.open((_, _) -> 480);
    try (Sipp peer = calling(scenario, Transport.UDP).start()) {
      passed(peer);
    }
  }
}
