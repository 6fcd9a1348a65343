package io.heyue.core.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Rng;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriftTest {
  /** (0.5 − 0.3) ln(0.5 / 0.3) + (0.5 − 0.7) ln(0.5 / 0.7) = 0.1695. */
  @Test
  void isTheSumOverAllGroups() {
    double index = Drift.index(Map.of("a", 50L, "b", 50L), Map.of("a", 30L, "b", 70L));
    assertThat(index).isCloseTo(0.1695, within(0.0001));
  }

  @Test
  void theSameSharesOfAnotherNumberAreNoDrift() {
    assertThat(Drift.index(Map.of("a", 10L, "b", 30L), Map.of("a", 100L, "b", 300L))).isZero();
  }

  @Test
  void aGroupThatIsNewOrGoneCounts() {
    double index = Drift.index(Map.of("a", 100L), Map.of("a", 60L, "b", 40L));
    assertThat(index).isFinite().isGreaterThan(Drift.ANOTHER_POPULATION);
    assertThat(Drift.index(Map.of("a", 60L, "b", 40L), Map.of("a", 100L))).isEqualTo(index);
  }

  @Test
  void nothingIsHeldAgainstNothing() {
    assertThat(Drift.index(Map.of(), Map.of("a", 1L))).isZero();
  }

  /** Two weeks of the same people differ, the more the fewer they are and the more they may say. */
  @Test
  void chanceAloneIsNoDrift() {
    Rng rng = Rng.seeded(11);
    double sum = 0;
    for (int times = 0; times < 200; times++) {
      sum += Drift.index(week(rng), week(rng)) - Drift.byChance(week(rng), week(rng));
    }
    assertThat(sum / 200).isCloseTo(0, within(0.01));
  }

  private static Map<Integer, Long> week(Rng rng) {
    Map<Integer, Long> week = new TreeMap<>();
    for (int heard = 0; heard < 1_000; heard++) {
      week.merge(rng.nextInt(30), 1L, Long::sum);
    }
    return week;
  }
}
