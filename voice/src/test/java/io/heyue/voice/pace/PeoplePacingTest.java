package io.heyue.voice.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Rng;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeoplePacingTest {
  private static final Resources PLENTY = new Resources(500, 500, 500, 500);
  private static final Counted ANSWERED = new Counted(300, 1_000);
  private static final Handled HANDLED = new Handled(100, Duration.ofHours(5));
  private static final PeoplePacing ONE_TO_ONE = new PeoplePacing(Predictive.OFF);
  private static final PeoplePacing PREDICTIVE = new PeoplePacing(Predictive.STANDARD);

  private static PeopleFacts facts(int free, int busy, int ringing, Counted abandoned) {
    return new PeopleFacts(
        PLENTY, new Agents(free, busy), ringing, 0, ANSWERED, abandoned, HANDLED);
  }

  @Test
  void oneCallRingsForEachFreeAgent() {
    assertThat(ONE_TO_ONE.begin(facts(5, 9, 0, Counted.NOTHING)))
        .isEqualTo(new Pace(5, Pace.AGENTS));
    assertThat(ONE_TO_ONE.begin(facts(5, 9, 3, Counted.NOTHING)).calls()).isEqualTo(2);
    assertThat(ONE_TO_ONE.begin(facts(5, 9, 7, Counted.NOTHING)).calls()).isZero();
    PeopleFacts scarce =
        new PeopleFacts(
            new Resources(9, 9, 9, 1), new Agents(5, 0), 0, 0, ANSWERED, Counted.NOTHING, HANDLED);
    assertThat(ONE_TO_ONE.begin(scarce)).isEqualTo(new Pace(1, Pace.PERMITS));
  }

  @Test
  void predictiveLetsMoreRingUntilTooManyWereAbandoned() {
    int calls = PREDICTIVE.begin(facts(10, 10, 0, new Counted(2, 100))).calls();
    assertThat(calls).isBetween(15, 35);
    assertThat(PREDICTIVE.begin(facts(10, 10, 0, new Counted(4, 100))).calls()).isEqualTo(10);
    assertThat(PREDICTIVE.begin(facts(0, 10, 0, Counted.NOTHING)).calls()).isZero();
  }

  @Test
  void limitsOfTheLawCannotBeSetHigher() {
    assertThatThrownBy(() -> new Predictive(true, 0.05, Duration.ofSeconds(2), 0.9))
        .hasMessageContaining("abandoned is 0.05");
    assertThatThrownBy(() -> new Predictive(true, 0.03, Duration.ofSeconds(3), 0.9))
        .hasMessageContaining("patience is PT3S");
  }

  /** All calls that ring are taken at once or not at all: the worst that the bound allows for. */
  @Test
  void ofAnswersNoMoreThanThreeInAHundredFindNobody() {
    Rng rng = Rng.seeded(3);
    for (double truth : new double[] {0.1, 0.3, 0.6, 0.9}) {
      for (int free : new int[] {1, 5, 20}) {
        Counted answered = new Counted(Math.round(truth * 1_000), 1_000);
        PeopleFacts facts =
            new PeopleFacts(PLENTY, new Agents(free, 20), 0, 0, answered, Counted.NOTHING, HANDLED);
        int calls = PREDICTIVE.begin(facts).calls();
        long taken = 0;
        long lost = 0;
        for (int round = 0; round < 20_000; round++) {
          int now = 0;
          for (int call = 0; call < calls; call++) {
            now += rng.chance(truth) ? 1 : 0;
          }
          int there = free;
          for (int agent = 0; agent < 20; agent++) {
            there += rng.chance(-Math.expm1(-2.0 / 180)) ? 1 : 0;
          }
          taken += now;
          lost += Math.max(0, now - there);
        }
        assertThat((double) lost / taken)
            .as("%d calls, %d free, %.1f answered", calls, free, truth)
            .isLessThan(0.03);
      }
    }
  }
}
