package io.heyue.voice.tone;

import io.heyue.core.base.Check;

/**
 * How much of a piece of sound is a tone of one frequency (Goertzel, An Algorithm for the
 * Evaluation of Finite Trigonometric Series, 1958). Immutable and thread-safe.
 */
public final class Goertzel {
  private final double coefficient;

  /**
   * @param frequency in hertz, below half of {@code rate}
   * @param rate samples a second
   */
  public Goertzel(double frequency, int rate) {
    Check.that(
        frequency > 0 && frequency < rate / 2.0, "frequency", frequency, "below half the rate");
    this.coefficient = 2 * Math.cos(2 * Math.PI * frequency / rate);
  }

  /**
   * The share of the tone in all that is heard.
   *
   * @return 0, nothing of it, to 1, nothing else; 0 for silence
   */
  public double share(short[] samples) {
    double last = 0;
    double before = 0;
    double loud = 0;
    for (short sample : samples) {
      double now = sample + coefficient * last - before;
      before = last;
      last = now;
      loud += (double) sample * sample;
    }
    double power = last * last + before * before - coefficient * last * before;
    return loud == 0 ? 0 : Math.min(1, 2 * power / (loud * samples.length));
  }
}
