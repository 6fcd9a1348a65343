package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import java.util.OptionalDouble;

/**
 * The pitch of a voice (de Cheveigné and Kawahara, YIN, a fundamental frequency estimator for
 * speech and music, 2002; steps 1 to 5: the difference function, its cumulative mean, an absolute
 * threshold, a parabola through the minimum). It goes by the period of the wave, so it is found on
 * the telephone too, which carries nothing below 300 Hz. Immutable and thread-safe.
 */
final class Pitch {
  /** In hertz; a deep voice. */
  private static final double LOWEST = 60;

  /** In hertz; a child, or somebody very upset. */
  private static final double HIGHEST = 500;

  /** How aperiodic a voice may be whose pitch is believed; 0.1 to 0.15 in the paper. */
  static final double CLEAR = 0.15;

  /**
   * How aperiodic it may be to be a voice at all: who speaks fast changes within the window. White
   * noise is never below it, a car's in one window of 250.
   */
  static final double VOICED = 0.4;

  private final int rate;
  private final double aperiodic;
  private final int shortest;
  private final int longest;

  /** Samples that are compared, 25 ms as in the paper. */
  private final int compared;

  /**
   * @param rate samples a second
   * @param aperiodic 0, only a machine, to 1, anything: {@link #CLEAR} or {@link #VOICED}
   */
  Pitch(int rate, double aperiodic) {
    Check.that(rate >= 4_000, "rate", rate, "4000 or more");
    this.rate = rate;
    this.aperiodic = aperiodic;
    this.shortest = (int) Math.floor(rate / HIGHEST);
    this.longest = (int) Math.ceil(rate / LOWEST);
    this.compared = rate / 40;
  }

  /** Samples that it has to hear, about 42 ms. */
  int window() {
    return compared + longest + 1;
  }

  /**
   * The pitch of {@link #window} samples.
   *
   * @param from the first of them
   * @return in hertz; empty where there is no voice in them
   */
  OptionalDouble of(short[] samples, int from) {
    Check.that(
        from >= 0 && from + window() <= samples.length, "from", from, "a window before the end");
    double[] unlike = unlike(samples, from);
    for (int lag = shortest; lag <= longest; lag++) {
      if (unlike[lag] < aperiodic) {
        int least = lag;
        while (least < longest && unlike[least + 1] < unlike[least]) {
          least++;
        }
        return least < longest
            ? OptionalDouble.of(rate / vertex(unlike, least))
            : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  /** How unlike the sound is to itself a lag later, against all shorter lags; 1 for silence. */
  private double[] unlike(short[] samples, int from) {
    double[] unlike = new double[longest + 2];
    unlike[0] = 1;
    double sum = 0;
    for (int lag = 1; lag < unlike.length; lag++) {
      double difference = 0;
      for (int at = from; at < from + compared; at++) {
        double step = samples[at] - (double) samples[at + lag];
        difference += step * step;
      }
      sum += difference;
      unlike[lag] = sum == 0 ? 1 : difference * lag / sum;
    }
    return unlike;
  }

  /** Where a parabola through a minimum and its neighbours is lowest. */
  private static double vertex(double[] values, int at) {
    double left = values[at - 1];
    double right = values[at + 1];
    double bend = left - 2 * values[at] + right;
    return bend <= 0 ? at : at + Math.clamp((left - right) / (2 * bend), -1.0, 1.0);
  }
}
