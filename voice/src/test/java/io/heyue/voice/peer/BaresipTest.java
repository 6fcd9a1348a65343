package io.heyue.voice.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** baresip and sipp call each other: what is said there is heard here. */
@Timeout(120)
class BaresipTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final Sound QUIET = Sound.silence(Companding.RATE, SHORT);

  @BeforeEach
  void bothAreThere() {
    Sipp.present();
    Baresip.present();
  }

  @Test
  void baresipHearsWhoCallsIt() throws Exception {
    try (Baresip baresip = Baresip.start(QUIET, Duration.ofSeconds(30));
        Sipp caller =
            Sipp.calling("call_tone", baresip.address())
                .asks("peer")
                .plays(Tone.of(600, LONG))
                .start()) {
      PeersTest.passes(caller);
      assertHeard(baresip, 600);
    }
  }

  @Test
  void baresipHearsWhomItCalls() throws Exception {
    try (Baresip baresip = Baresip.start(QUIET, Duration.ofSeconds(30));
        Sipp called = Sipp.called("answer_tone").plays(Tone.of(600, LONG)).start()) {
      baresip.call("sip:you@" + called.address());
      baresip.awaitUp();
      baresip.awaitAudio();
      baresip.awaitHeard(LONG);
      baresip.hangUp();
      PeersTest.passes(called);
      assertHeard(baresip, 600);
    }
  }

  private static void assertHeard(Baresip baresip, double frequency) throws Exception {
    String why = baresip.awaitOver();
    Sound sound = Wav.read(baresip.heard().orElseThrow());
    assertThat(sound.rate()).isEqualTo(Companding.RATE);
    assertThat(Tone.heard(sound, frequency)).as("%s %s", why, sound).isGreaterThan(SHORT);
    assertThat(Tone.heard(sound, frequency * 1.5)).isEqualTo(Duration.ZERO);
  }

  @Test
  void baresipSaysWhatItIsGivenAndPressesKeys() throws Exception {
    try (Baresip baresip = Baresip.start(Tone.of(800, LONG), Duration.ofSeconds(30));
        Sipp called = Sipp.called("answer").echo().start()) {
      baresip.call("sip:you@" + called.address());
      baresip.awaitAudio();
      baresip.keys("12#");
      assertThat(List.of(baresip.awaitKey(), baresip.awaitKey(), baresip.awaitKey()))
          .containsExactly("1", "2", "#");
      baresip.hangUp();
      PeersTest.passes(called);
      assertHeard(baresip, 800);
    }
  }

  /** What the peer does within a call, of those that baresip can. */
  @ParameterizedTest
  @ValueSource(strings = {"answer_bye", "hold", "hold_zero", "reinvite_no_sdp"})
  void baresipIsLedThroughACall(String scenario) throws Exception {
    try (Baresip baresip = Baresip.start(QUIET, Duration.ofSeconds(30));
        Sipp called = Sipp.called(scenario).pause(SHORT).start()) {
      baresip.call("sip:you@" + called.address());
      PeersTest.passes(called);
    }
  }

  /** What the peer wants a call to be handed on to is busy: that must be told. */
  @Test
  void baresipIsTransferred() throws Exception {
    try (Baresip baresip = Baresip.start(QUIET, Duration.ofSeconds(30));
        Sipp other = Sipp.called("busy").start();
        Sipp called = Sipp.called("refer_in").key("other", other.address()).pause(SHORT).start()) {
      baresip.call("sip:you@" + called.address());
      PeersTest.passes(other);
      PeersTest.passes(called);
    }
  }
}
