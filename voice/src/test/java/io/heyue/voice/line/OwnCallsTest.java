package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two of our own phones call each other. */
class OwnCallsTest {
  private static Phone anna;
  private static Phone ben;

  @BeforeAll
  static void open() {
    anna = new Phone();
    ben = new Phone();
  }

  @AfterAll
  static void close() {
    anna.close();
    ben.close();
  }

  @BeforeEach
  void letIn() {
    ben.opens(Secrecy.WHERE_OFFERED);
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(anna.notes).isEmpty();
    assertThat(ben.notes).isEmpty();
  }

  private SipAddress toBen(Transport transport) {
    return ben.address(transport).with("ben");
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void whoIsCalledMayTakeItAndWhoCalledHangsUp(Transport transport) throws Exception {
    Phone.Talk out = anna.dial(toBen(transport));
    Phone.Talk in = ben.called();
    out.hears("ringing");
    in.call.accept();
    out.hears("up");
    in.hears("up");
    assertThat(out.audio.flows).hasSize(1);
    assertThat(in.audio.flows).isNotEmpty();
    out.call.hangUp();
    out.hears("ended WE_LEFT 0");
    in.hears("ended THEY_LEFT 0");
    assertThat(out.audio.closed).isTrue();
    assertThat(in.audio.closed).isTrue();
  }

  @Test
  void whoTookItMayHangUp() throws Exception {
    Phone.Talk out = anna.dial(toBen(Transport.UDP));
    Phone.Talk in = ben.called();
    in.call.accept();
    in.hears("up");
    out.hears("ringing", "up");
    in.call.hangUp();
    in.hears("ended WE_LEFT 0");
    out.hears("ended THEY_LEFT 0");
  }

  @Test
  void whoIsCalledMayRefuse() throws Exception {
    Phone.Talk out = anna.dial(toBen(Transport.UDP));
    Phone.Talk in = ben.called();
    out.hears("ringing");
    in.call.hangUp();
    in.hears("ended CANCELLED 0");
    out.hears("ended REFUSED 603");
  }

  @Test
  void whoCalledMayTakeItBackWhileItRings() throws Exception {
    Phone.Talk out = anna.dial(toBen(Transport.UDP));
    Phone.Talk in = ben.called();
    out.hears("ringing");
    out.call.hangUp();
    out.hears("ended CANCELLED 0");
    in.hears("ended THEY_LEFT 0");
  }

  @Test
  void eitherMayHoldAndResume() throws Exception {
    Phone.Talk out = anna.dial(toBen(Transport.TCP));
    Phone.Talk in = ben.called();
    in.call.accept();
    in.hears("up");
    out.hears("ringing", "up");
    out.call.hold(true);
    in.hears("held");
    out.call.hold(false);
    in.hears("resumed");
    out.hears("holding", "holding no more");
    in.call.hold(true);
    out.hears("held");
    in.call.hold(false);
    out.hears("resumed");
    in.hears("holding", "holding no more");
    out.call.hangUp();
    in.hears("ended THEY_LEFT 0");
    out.hears("ended WE_LEFT 0");
  }

  @Test
  void bothMayWantSomethingAtOnce() throws Exception {
    Phone.Talk out = anna.dial(toBen(Transport.UDP));
    Phone.Talk in = ben.called();
    in.call.accept();
    in.hears("up");
    out.hears("ringing", "up");
    out.call.hold(true);
    in.call.hold(true);
    assertThat(List.of(in.hears(), in.hears())).containsExactlyInAnyOrder("held", "holding");
    assertThat(List.of(out.hears(), out.hears())).containsExactlyInAnyOrder("held", "holding");
    out.call.hangUp();
    out.hears("ended WE_LEFT 0");
    in.hears("ended THEY_LEFT 0");
  }

  @Test
  void whoGivesNoSignIsGivenUpAndMayBeTriedElsewhere() throws Exception {
    Patience short_ =
        new Patience(
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));
    // Port 9 throws away whatever comes.
    Phone.Talk out = anna.dial(SipAddress.parse("sip:ben@127.0.0.1:9"), Optional.empty(), short_);
    out.hears("ended TRUNK 0 elsewhere");
  }

  @Test
  void whoDoesNotListenCannotBeCalledByTcp() throws Exception {
    Phone.Talk out = anna.dial(SipAddress.parse("sip:ben@127.0.0.1:9;transport=tcp"));
    out.hears("ended TRUNK 0 elsewhere");
  }

  @Test
  void whoRingsForTooLongIsGivenUp() throws Exception {
    Patience short_ =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));
    Phone.Talk out = anna.dial(toBen(Transport.UDP), Optional.empty(), short_);
    Phone.Talk in = ben.called();
    out.hears("ringing", "ended NOT_TAKEN 0");
    in.hears("ended THEY_LEFT 0");
  }

  @Test
  void audioThatMustBeSecretIsSecretOrThereIsNoCall() throws Exception {
    Phone.Talk out =
        anna.dial(toBen(Transport.UDP), Optional.empty(), Phone.PATIENCE, Secrecy.ALWAYS);
    Phone.Talk in = ben.called();
    in.call.accept();
    in.hears("up");
    out.hears("ringing", "up");
    assertThat(out.audio.flows.getFirst().ours()).isPresent();
    assertThat(in.audio.flows.getFirst().theirs()).isPresent();
    out.call.hangUp();
    out.hears("ended WE_LEFT 0");
    ben.opens(Secrecy.ALWAYS);
    Phone.Talk plain = anna.dial(toBen(Transport.UDP));
    Phone.Talk strict = ben.called();
    strict.call.accept();
    strict.hears("ended NO_AUDIO 0");
    plain.hears("ringing", "ended REFUSED 488");
  }

  @Test
  void whoDrainsTakesNoNewCallsAndSaysSo() throws Exception {
    try (Phone cleo = new Phone().opens(Secrecy.WHERE_OFFERED)) {
      SipAddress there = cleo.address(Transport.UDP);
      assertThat(anna.endpoint.ask(there).get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
      Phone.Talk standing = anna.dial(there);
      Phone.Talk in = cleo.called();
      in.call.accept();
      in.hears("up");
      standing.hears("ringing", "up");
      cleo.endpoint.drain();
      anna.dial(there).hears("ended TRUNK 503 elsewhere");
      assertThat(anna.endpoint.ask(there).get(30, TimeUnit.SECONDS).status()).isEqualTo(503);
      standing.call.hangUp();
      standing.hears("ended WE_LEFT 0");
      in.hears("ended THEY_LEFT 0");
    }
  }

  @Test
  void anErrorInWhoeverOpensEndsNothingButThatCall() throws Exception {
    try (Phone cleo = new Phone()) {
      cleo.endpoint.open((_, _) -> {
        throw new OutOfMemoryError("made up");
      });
      for (int time = 0; time < 3; time++) {
        anna.dial(cleo.address(Transport.UDP)).hears("ended TRUNK 500 elsewhere");
      }
      assertThat(cleo.notes).hasSize(3).allMatch(note -> note.contains("made up"));
      cleo.opens(Secrecy.WHERE_OFFERED);
      Phone.Talk out = anna.dial(cleo.address(Transport.UDP));
      cleo.called().call.accept();
      out.hears("ringing", "up");
      out.call.hangUp();
      out.hears("ended WE_LEFT 0");
    }
  }

  @Test
  void whoIsNotThereAnswersNothing() throws Exception {
    ben.endpoint.open((_, _) -> 404);
    anna.dial(toBen(Transport.UDP)).hears("ended REFUSED 404");
  }
}
