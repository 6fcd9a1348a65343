package io.heyue.voice.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChancesTest {
  @Test
  void theBinomialIsThatOfAllOutcomesCounted() {
    double[] chances = Chances.binomial(10, 0.3, 10);
    double[] counted = new double[11];
    for (int outcome = 0; outcome < 1 << 10; outcome++) {
      int hits = Integer.bitCount(outcome);
      counted[hits] += Math.pow(0.3, hits) * Math.pow(0.7, 10 - hits);
    }
    assertThat(chances).containsExactly(counted, within(1e-13));
    assertThat(Chances.binomial(3, 0, 3)).containsExactly(1, 0, 0, 0);
    assertThat(Chances.binomial(3, 1, 3)).containsExactly(0, 0, 0, 1);
    assertThat(Chances.binomial(3, 1, 2)).containsExactly(0, 0, 0);
  }

  @Test
  void aSumOfTwoIsTheOneOfBothTogether() {
    double[] sum = Chances.sum(Chances.binomial(4, 0.2, 4), Chances.binomial(7, 0.2, 7), 11);
    assertThat(sum).containsExactly(Chances.binomial(11, 0.2, 11), within(1e-13));
  }

  /** The first values are polynomials; the last are R's qbeta(0.975, 4, 98) and (0.95, 1, 1). */
  @Test
  void betaIsWhatIsKnownOfIt() {
    assertThat(Beta.below(2, 3, 0.4)).isCloseTo(0.5248, within(1e-12));
    assertThat(Beta.below(1, 1, 0.123)).isCloseTo(0.123, within(1e-12));
    assertThat(Beta.quantile(1, 1, 0.95)).isCloseTo(0.95, within(1e-9));
    assertThat(Beta.below(3_000, 97_000, Beta.quantile(3_000, 97_000, 0.975)))
        .isCloseTo(0.975, within(1e-6));
    // The tail of Beta(k + 1, n - k) at p is the binomial's: n = 20, k = 3 (DLMF 8.17.5).
    double tail = 0;
    double[] chances = Chances.binomial(20, 0.35, 20);
    for (int hits = 4; hits <= 20; hits++) {
      tail += chances[hits];
    }
    assertThat(Beta.below(4, 17, 0.35)).isCloseTo(tail, within(1e-12));
  }

  @Test
  void fewCountsAreCarefulAndManyComeNearTheTruth() {
    assertThat(Counted.NOTHING.atMost(0.975)).isCloseTo(0.975, within(1e-6));
    assertThat(new Counted(1, 10).atMost(0.975)).isBetween(0.35, 0.45);
    assertThat(new Counted(1_000, 10_000).atMost(0.975)).isBetween(0.1, 0.107);
  }

  /** A rate's lower limit is where so many calls or more would be as rare as the doubt. */
  @Test
  void fewHandledCallsReleaseNobody() {
    assertThat(Handled.NOTHING.rateAtLeast(0.975)).isZero();
    assertThat(new Handled(0, Duration.ofHours(9)).rateAtLeast(0.975)).isZero();
    // Garwood's table: 10 counts have a lower limit of 4.795.
    assertThat(new Handled(10, Duration.ofSeconds(1_000)).rateAtLeast(0.975))
        .isCloseTo(0.004795, within(1e-6));
    assertThat(new Handled(10_000, Duration.ofSeconds(1_000_000)).rateAtLeast(0.975))
        .isBetween(0.0098, 0.01);
  }
}
