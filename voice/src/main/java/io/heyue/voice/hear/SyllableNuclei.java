package io.heyue.voice.hear;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Counts syllables by the peaks of their vowels, without knowing a word (de Jong and Wempe, Praat
 * script to detect syllable nuclei and measure speech rate automatically, 2009): a peak counts that
 * is above the median of all that sounds, has a dip of 2 dB before it, and is voiced.
 */
final class SyllableNuclei {
  /** In decibels. */
  private static final double DIP = 2;

  /** Frames before and after a peak in which a voice is looked for, 20 ms. */
  private static final int NEAR = 2;

  private SyllableNuclei() {}

  /**
   * @param voiced whether a frame has a pitch
   */
  static int count(Intensity intensity, IntPredicate voiced) {
    double[] levels = intensity.levels();
    double floor = intensity.floor();
    double[] sounding = Arrays.stream(levels).filter(level -> level >= floor).sorted().toArray();
    if (sounding.length == 0) {
      return 0;
    }
    double median = sounding[sounding.length / 2];
    int count = 0;
    double dip = Intensity.SILENCE;
    for (int at : peaks(levels)) {
      // Since the last nucleus, the lowest must be far enough below this peak.
      if (levels[at] > median && levels[at] - dip >= DIP && near(at, levels.length, voiced)) {
        count++;
        dip = levels[at];
      }
      dip = Math.min(dip, lowestAfter(levels, at));
    }
    return count;
  }

  private static boolean near(int peak, int length, IntPredicate voiced) {
    return IntStream.rangeClosed(Math.max(0, peak - NEAR), Math.min(length - 1, peak + NEAR))
        .anyMatch(voiced);
  }

  private static int[] peaks(double[] levels) {
    return IntStream.range(1, Math.max(1, levels.length - 1))
        .filter(at -> levels[at] > levels[at - 1] && levels[at] >= levels[at + 1])
        .toArray();
  }

  /** The lowest between a peak and the next rise's top. */
  private static double lowestAfter(double[] levels, int peak) {
    int at = peak;
    while (at + 1 < levels.length && levels[at + 1] <= levels[at]) {
      at++;
    }
    return levels[at];
  }
}
