package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.hear.SpeechEvent.Began;
import io.heyue.voice.hear.SpeechEvent.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechSegmentsTest {
  private static final int FRAME = SpeechDetector.FRAME;

  private final SpeechSegments segments = new SpeechSegments(HearingSettings.usual());
  private final List<SpeechEvent> events = new ArrayList<>();

  private void frames(int count, double probability) {
    for (int times = 0; times < count; times++) {
      segments.came(probability).ifPresent(events::add);
    }
  }

  @Test
  void speechBeginsWhereItsFirstFrameDoes() {
    frames(20, 0.1);
    frames(2, 0.9);
    assertThat(events).isEmpty();
    frames(1, 0.9);
    assertThat(events).containsExactly(new Began(20 * FRAME, 20 * FRAME - 1_600));
    assertThat(segments.speaking()).isTrue();
  }

  @Test
  void aPauseIsSilenceThatMayBecomeTheEnd() {
    frames(3, 0.9);
    assertThat(segments.pause()).isZero();
    frames(2, 0.1);
    assertThat(segments.pause()).isEqualTo(2 * FRAME);
    frames(1, 0.9);
    assertThat(segments.pause()).isZero();
    frames(7, 0.1);
    assertThat(segments.speaking()).isFalse();
    assertThat(segments.pause()).isZero();
  }

  @Test
  void nothingIsKeptFromBeforeTheCallOrFromTheSpeechBefore() {
    frames(3, 0.9);
    frames(7, 0.1);
    frames(3, 0.9);
    assertThat(events)
        .containsExactly(
            new Began(0, 0), new Ended(0, 3 * FRAME), new Began(10 * FRAME, 10 * FRAME - 1_600));
    SpeechSegments close =
        new SpeechSegments(
            new HearingSettings(
                0.5,
                0.35,
                Duration.ofMillis(30),
                Duration.ofMillis(30),
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5)));
    assertThat(close.came(0.9)).contains(new Began(0, 0));
    assertThat(close.came(0.1)).contains(new Ended(0, FRAME));
    assertThat(close.came(0.9)).contains(new Began(2 * FRAME, FRAME));
  }

  @Test
  void aClickIsNoSpeechAndACatchOfBreathNoEnd() {
    frames(2, 0.9);
    frames(5, 0.1);
    frames(2, 0.9);
    frames(5, 0.1);
    assertThat(events).isEmpty();
    frames(9, 0.9);
    frames(6, 0.1);
    frames(9, 0.9);
    assertThat(events).hasSize(1);
    frames(7, 0.1);
    assertThat(events).hasSize(2).endsWith(new Ended(14 * FRAME, 38 * FRAME));
  }

  @Test
  void whatIsBetweenGoesOnAsItWas() {
    frames(50, 0.49);
    assertThat(events).isEmpty();
    frames(1, 0.5);
    frames(2, 0.35);
    assertThat(events).hasSize(1);
    frames(50, 0.35);
    assertThat(events).hasSize(1);
    frames(1, 0.34);
    frames(6, 0.49);
    assertThat(events).hasSize(2).endsWith(new Ended(50 * FRAME, 103 * FRAME));
  }

  @Test
  void aCallThatIsOverEndsSpeech() {
    assertThat(segments.close()).isEmpty();
    frames(5, 0.9);
    frames(2, 0.1);
    assertThat(segments.close()).contains(new Ended(0, 5 * FRAME));
    assertThat(segments.close()).isEmpty();
    assertThat(segments.heard()).isEqualTo(7 * FRAME);
  }

  @Test
  void eventsAlternateAndNeverGoBack() {
    Random random = new Random(8);
    double level = 0;
    for (int times = 0; times < 200_000; times++) {
      level = Math.clamp(level + 0.4 * random.nextGaussian(), 0, 1);
      frames(1, level);
    }
    long last = 0;
    for (int at = 0; at < events.size(); at++) {
      switch (events.get(at)) {
        case Began began -> {
          assertThat(at % 2).isZero();
          assertThat(began.keptFrom()).isBetween(last, began.atSample());
          last = began.atSample();
        }
        case Ended ended -> {
          assertThat(at % 2).isOne();
          assertThat(ended.fromSample()).isEqualTo(last);
          assertThat(ended.toSample()).isGreaterThan(last);
          last = ended.toSample();
        }
      }
    }
    assertThat(events).hasSizeGreaterThan(1_000);
  }

  @Test
  void settingsThatCantBeAreRefused() {
    assertThatThrownBy(() -> segments.came(1.1)).hasMessageContaining("probability");
    assertThatThrownBy(() ->
            new HearingSettings(
                0.5,
                0.6,
                Duration.ofMillis(90),
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5)))
        .hasMessageContaining("stop");
  }
}
