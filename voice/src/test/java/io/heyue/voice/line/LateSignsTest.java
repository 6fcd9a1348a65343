package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.SippOrder;
import io.heyue.voice.peer.Verdict;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SIPp gives signs late or never, while time goes on only as the test says. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LateSignsTest {
  /** So long SIPp says nothing, while the test lets the call give up. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private final VirtualTimers timers = new VirtualTimers();
  private Phone phone;

  LateSignsTest() {
    Sipp.present();
    phone = new Phone(SipSettings.plain(InetAddress.getLoopbackAddress()), timers);
  }

  @BeforeEach
  void open() {
    assertThat(phone.notes).isEmpty();
  }

  @AfterEach
  void close() {
    phone.close();
  }

  private Phone.Talk dial(Sipp peer) {
    return phone.dial(SipAddress.parse("sip:peer@%s;transport=udp".formatted(peer.address())));
  }

  private static SippOrder called(String scenario) {
    return Sipp.called(scenario).pause(LATE);
  }

  private static void passed(Sipp peer) throws Exception {
    Verdict verdict = peer.verdict();
    assertThat(verdict.passed()).as(verdict.toString()).isTrue();
  }

  @Test
  void whoNeverSaysThatTheCallLastsIsHungUpOn() throws Exception {
    try (Sipp peer = called("session_timer_dead").key("expires", "90").start()) {
      Phone.Talk talk = dial(peer);
      assertThat(talk.hearsUntil("up")).endsWith("up");
      talk.settled();
      // A third of 90 s before its end (RFC 4028, 10), and not a moment earlier.
      timers.pass(Duration.ofMillis(59_999));
      talk.settled();
      assertThat(talk.isSilent()).isTrue();
      timers.pass(Duration.ofMillis(1));
      talk.hears("ended TRUNK 0");
      assertThat(talk.detail()).contains("RFC 4028");
      passed(peer);
    }
  }

  @Test
  void whoTakesACallThatWasGivenUpIsThankedAndHungUpOn() throws Exception {
    try (Sipp peer = called("late_answer").start()) {
      Phone.Talk talk = dial(peer);
      talk.settled();
      timers.pass(Phone.PATIENCE.first());
      talk.hears("ended TRUNK 0 elsewhere");
      passed(peer);
      talk.settled();
      assertThat(talk.isSilent()).isTrue();
      assertThat(talk.audio.flows).isEmpty();
    }
  }

  @Test
  void whoRingsForACallThatWasGivenUpIsTakenBack() throws Exception {
    try (Sipp peer = called("late_ringing").start()) {
      Phone.Talk talk = dial(peer);
      talk.settled();
      timers.pass(Phone.PATIENCE.first());
      talk.hears("ended TRUNK 0 elsewhere");
      passed(peer);
      talk.settled();
      assertThat(talk.isSilent()).isTrue();
    }
  }

  @Test
  void whoTwiceWantsCallsToLastLongerIsAskedOnceMoreAndNoMore() throws Exception {
    try (Sipp peer = called("session_too_small_twice").start()) {
      Phone.Talk talk = dial(peer);
      talk.hears("ended REFUSED 422");
      passed(peer);
    }
  }
}
