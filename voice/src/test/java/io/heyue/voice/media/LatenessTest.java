package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessTest {
  @Test
  void eachStepBeginsWhereTheOneBeforeEnds() {
    for (int step = 0; step < 200; step++) {
      assertThat(Lateness.step(Lateness.upper(step))).isEqualTo(step);
      assertThat(Lateness.step(Lateness.upper(step) + 1)).isEqualTo(step + 1);
    }
  }

  @Test
  void percentilesAreAnEighthTooMuchAtMost() {
    Lateness lateness = new Lateness();
    assertThat(lateness.percentile(0.99)).isZero();
    for (int millisecond = 1; millisecond <= 100; millisecond++) {
      lateness.record(millisecond * 1_000_000L);
    }
    lateness.record(-5);
    assertThat(lateness.count()).isEqualTo(101);
    assertThat(lateness.max()).isEqualTo(Duration.ofMillis(100));
    assertThat(lateness.percentile(0.5)).isBetween(Duration.ofMillis(50), Duration.ofMillis(57));
    assertThat(lateness.percentile(1)).isEqualTo(Duration.ofMillis(100));
    lateness.record(Long.MAX_VALUE);
    assertThat(lateness.count()).isEqualTo(102);
  }

  @Test
  void whatWasAddedSinceIsApart() {
    Lateness lateness = new Lateness();
    lateness.record(80_000_000L);
    Lateness before = lateness.copy();
    lateness.record(2_000_000L);
    lateness.record(3_000_000L);
    Lateness since = lateness.since(before);
    assertThat(before.count()).isOne();
    assertThat(since.count()).isEqualTo(2);
    assertThat(since.max()).isBetween(Duration.ofNanos(3_000_000), Duration.ofNanos(3_400_000));
    assertThat(lateness.since(lateness.copy()).max()).isZero();
  }
}
