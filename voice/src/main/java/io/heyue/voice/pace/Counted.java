package io.heyue.voice.pace;

import io.heyue.core.base.Check;

/**
 * How often something happened of how often it could. What it tells of the future is a Beta
 * distribution over a uniform prior (Bayes, Laplace): few counts tell little. Immutable.
 *
 * @param happened of {@code all}
 * @param all what was counted, of late rather than ever: yesterday's people aren't today's
 */
public record Counted(long happened, long all) {
  /** Nothing was counted. */
  public static final Counted NOTHING = new Counted(0, 0);

  public Counted {
    Check.that(happened >= 0, "happened", happened, "0 or more");
    Check.that(all >= happened, "all", all, "no less than happened, " + happened);
  }

  /**
   * A probability that the true one lies below, as far as the counts tell.
   *
   * @param confidence that it does, above 0 and below 1
   */
  double atMost(double confidence) {
    return Beta.quantile(happened + 1.0, all - happened + 1.0, confidence);
  }
}
