package io.heyue.voice.pace;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * How long agents were busy with calls. Immutable.
 *
 * @param calls that were brought to an end
 * @param busy of all agents together, with calls that didn't end yet
 */
public record Handled(long calls, Duration busy) {
  /** Nothing was counted. */
  public static final Handled NOTHING = new Handled(0, Duration.ZERO);

  private static final double NANOS = 1e9;

  public Handled {
    Check.that(calls >= 0, "calls", calls, "0 or more");
    Check.that(!busy.isNegative(), "busy", busy, "zero or more");
  }

  /**
   * A rate at which an agent ends calls, in calls a second, that the true one lies above: the lower
   * limit of a Poisson count (Garwood, Fiducial limits for the Poisson distribution, 1936).
   *
   * @param confidence that it does, above 0 and below 1
   */
  double rateAtLeast(double confidence) {
    double seconds = busy.toNanos() / NANOS;
    if (calls == 0 || seconds == 0) {
      return 0;
    }
    double low = 0;
    double high = calls;
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (Chances.poissonAtLeast(calls, middle) < 1 - confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low / seconds;
  }
}
