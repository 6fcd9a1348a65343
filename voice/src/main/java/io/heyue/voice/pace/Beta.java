package io.heyue.voice.pace;

/** The Beta distribution. */
final class Beta {
  private static final int TERMS = 10_000;
  private static final double EXACT = 1e-15;
  private static final double TINY = 1e-300;

  private Beta() {}

  /** Where the distribution reaches {@code probability}, found by halving. */
  static double quantile(double alpha, double beta, double probability) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < 34; step++) {
      double middle = (low + high) / 2;
      if (below(alpha, beta, middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22). */
  static double below(double alpha, double beta, double at) {
    if (at <= 0 || at >= 1) {
      return at <= 0 ? 0 : 1;
    }
    if (at > (alpha + 1) / (alpha + beta + 2)) {
      return 1 - below(beta, alpha, 1 - at);
    }
    double front =
        Math.exp(
            Chances.logGamma(alpha + beta)
                - Chances.logGamma(alpha)
                - Chances.logGamma(beta)
                + alpha * Math.log(at)
                + beta * Math.log1p(-at));
    return front * fraction(alpha, beta, at) / alpha;
  }

  /** Lentz's way through it, as Thompson and Barnett have it (1986). */
  private static double fraction(double alpha, double beta, double at) {
    double upper = 1;
    double lower = away(1 - (alpha + beta) * at / (alpha + 1));
    lower = 1 / lower;
    double value = lower;
    for (int term = 1; term <= TERMS; term++) {
      double even = term * (beta - term) * at / ((alpha + 2 * term - 1) * (alpha + 2 * term));
      lower = 1 / away(1 + even * lower);
      upper = away(1 + even / upper);
      value *= lower * upper;
      double odd =
          -(alpha + term)
              * (alpha + beta + term)
              * at
              / ((alpha + 2 * term) * (alpha + 2 * term + 1));
      lower = 1 / away(1 + odd * lower);
      upper = away(1 + odd / upper);
      double change = lower * upper;
      value *= change;
      if (Math.abs(change - 1) < EXACT) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
