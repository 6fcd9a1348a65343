package io.heyue.voice.pace;

/** Probabilities of counts. */
final class Chances {
  /** Lanczos' coefficients for g = 7 (Godfrey, 2001); 15 figures are right. */
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private Chances() {}

  /** The logarithm of Γ for 0.5 and more. */
  static double logGamma(double value) {
    double at = value - 1;
    double sum = LANCZOS[0];
    for (int term = 1; term < LANCZOS.length; term++) {
      sum += LANCZOS[term] / (at + term);
    }
    double shifted = at + 7.5;
    return HALF_LOG_TWO_PI + (at + 0.5) * Math.log(shifted) - shifted + Math.log(sum);
  }

  /**
   * The probabilities of 0, 1 and so on of {@code count} that each happen with {@code probability}.
   *
   * @param most up to how many; what is more is left out
   */
  static double[] binomial(int count, double probability, int most) {
    double[] chances = new double[Math.min(count, most) + 1];
    if (probability <= 0) {
      chances[0] = 1;
      return chances;
    }
    if (probability >= 1) {
      if (count < chances.length) {
        chances[count] = 1;
      }
      return chances;
    }
    double yes = Math.log(probability);
    double no = Math.log1p(-probability);
    double all = logGamma(count + 1.0);
    for (int hits = 0; hits < chances.length; hits++) {
      double ways = all - logGamma(hits + 1.0) - logGamma(count - hits + 1.0);
      chances[hits] = Math.exp(ways + hits * yes + (count - hits) * no);
    }
    return chances;
  }

  /**
   * Those of the sum of two that know nothing of each other, by convolution, up to {@code most}.
   */
  static double[] sum(double[] one, double[] other, int most) {
    double[] chances = new double[Math.min(one.length + other.length - 2, most) + 1];
    for (int first = 0; first < one.length; first++) {
      for (int second = 0; second < other.length && first + second < chances.length; second++) {
        chances[first + second] += one[first] * other[second];
      }
    }
    return chances;
  }

  /** In place: those of no more than 0, 1 and so on. */
  static double[] noMoreThan(double[] chances) {
    for (int at = 1; at < chances.length; at++) {
      chances[at] = Math.min(1, chances[at] + chances[at - 1]);
    }
    return chances;
  }

  /** That {@code least} or more happen where {@code mean} are expected. */
  static double poissonAtLeast(long least, double mean) {
    if (mean <= 0) {
      return least <= 0 ? 1 : 0;
    }
    // Γ's lower tail by its series (DLMF 8.11.4): P(least, mean) is the sum of Poisson's upper
    // tail.
    double term = Math.exp(least * Math.log(mean) - mean - logGamma(least + 1.0));
    double sum = 0;
    for (long hits = least; term > 1e-18 * (sum + 1e-300); hits++) {
      sum += term;
      term *= mean / (hits + 1);
    }
    return Math.min(1, sum);
  }
}
