package io.heyue.voice.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.pace.Retry.Again;
import io.heyue.voice.pace.Retry.Cap;
import io.heyue.voice.pace.Retry.Last;
import io.heyue.voice.pace.Retry.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Instant ENDED = Instant.parse("2026-03-02T06:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-03-02T16:00:00Z");
  private static final Rule BUSY = new Rule(true, Duration.ofMinutes(30), 2);
  private static final Cap PLENTY = new Cap(3, 9);

  private static Again again(Rule rule, int sameToday, Cap cap) {
    return Retry.when(rule, new Last(ENDED, sameToday, TOMORROW), cap);
  }

  @Test
  void theRuleSaysHowSoon() {
    assertThat(again(BUSY, 1, PLENTY))
        .isEqualTo(new Again.From(ENDED.plus(Duration.ofMinutes(30))));
  }

  @Test
  void enoughOfADayIsEnough() {
    assertThat(again(BUSY, 2, PLENTY)).isEqualTo(new Again.From(TOMORROW));
    assertThat(again(BUSY, 1, new Cap(0, 9))).isEqualTo(new Again.From(TOMORROW));
    Rule slow = new Rule(true, Duration.ofDays(3), 1);
    assertThat(again(slow, 1, PLENTY)).isEqualTo(new Again.From(ENDED.plus(Duration.ofDays(3))));
  }

  @Test
  void neitherTheRuleNorTheCapIsWidened() {
    assertThat(again(new Rule(false, Duration.ZERO, 0), 1, PLENTY)).isInstanceOf(Again.Never.class);
    assertThat(again(BUSY, 1, new Cap(0, 0))).isInstanceOf(Again.Never.class);
  }

  @Test
  void aDayThatBeganBeforeIsRefused() {
    assertThatThrownBy(() -> new Last(ENDED, 1, ENDED)).hasMessageContaining("nextDay");
  }
}
