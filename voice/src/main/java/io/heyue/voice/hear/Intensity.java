package io.heyue.voice.hear;

import io.heyue.voice.audio.Sound;
import java.util.Arrays;

/**
 * How loud a sound is, every 10 ms, in dBFS: decibels below the loudest constant that sixteen bits
 * hold, so that a full sine is at -3. It is weighted over 64 ms by a Hann window, which smooths the
 * periods of a voice away, as Praat does for a lowest pitch of 50 Hz. Immutable and thread-safe.
 */
final class Intensity {
  /** In a second. */
  static final int FRAMES = 100;

  /** Below it is nothing that sixteen bits could tell. */
  static final double SILENCE = -96;

  private static final double FULL = 32_768;

  /** Speech is at most so much quieter than its loudest; more is a pause (de Jong and Wempe). */
  private static final double RANGE = 25;

  /** And it is louder than a line's noise. */
  private static final double NOISE = -60;

  private final double[] levels;

  private Intensity(double[] levels) {
    this.levels = levels;
  }

  static Intensity of(Sound sound) {
    short[] samples = sound.samples();
    int hop = sound.rate() / FRAMES;
    int half = sound.rate() * 32 / 1_000;
    double[] weights = new double[2 * half + 1];
    for (int at = 0; at < weights.length; at++) {
      weights[at] = 0.5 + 0.5 * Math.cos(Math.PI * (at - half) / (half + 1.0));
    }
    double[] levels = new double[samples.length / hop];
    for (int frame = 0; frame < levels.length; frame++) {
      levels[frame] = level(samples, frame * hop + hop / 2, weights);
    }
    return new Intensity(levels);
  }

  private static double level(short[] samples, int middle, double[] weights) {
    int half = weights.length / 2;
    double power = 0;
    double weight = 0;
    int last = Math.min(samples.length - 1, middle + half);
    for (int at = Math.max(0, middle - half); at <= last; at++) {
      double share = weights[at - middle + half];
      power += share * samples[at] * samples[at];
      weight += share;
    }
    return power == 0
        ? SILENCE
        : Math.max(SILENCE, 10 * Math.log10(power / weight / (FULL * FULL)));
  }

  /** One every 10 ms, its middle 5 ms after that. */
  double[] levels() {
    return levels.clone();
  }

  /**
   * From where on a frame is sound and no pause: 25 dB below the loudest, of which the loudest
   * hundredth is left out as it may be a click.
   */
  double floor() {
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double loudest = sorted.length == 0 ? SILENCE : sorted[(int) (0.99 * (sorted.length - 1))];
    return Math.max(NOISE, loudest - RANGE);
  }
}
