package io.heyue.voice.recognise.moonshine;

/** What is loud enough to be speech. Pure. */
final class Loudness {
  /** 20 ms. */
  static final int FRAME = 160;

  /** About -55 dBFS: noise of an idle line is below it, the quietest callers are above it. */
  private static final double AUDIBLE = 60;

  /** Consonants at the end of a word are not so far below its vowels, 34 dB. */
  private static final double BELOW = 0.02;

  /** The shortest word. */
  private static final int LEAST = 3;

  private Loudness() {}

  /** Whether there is anything to be heard at all. */
  static boolean audible(short[] samples, int count) {
    int loud = 0;
    for (int from = 0; from + FRAME <= count; from += FRAME) {
      if (of(samples, from, from + FRAME) >= AUDIBLE) {
        loud++;
      }
    }
    return loud >= LEAST;
  }

  /** Whether all from a sample on is pause, against what was said before it. */
  static boolean pause(short[] samples, int from, int count) {
    double loudest = 0;
    for (int at = 0; at + FRAME <= from; at += FRAME) {
      loudest = Math.max(loudest, of(samples, at, at + FRAME));
    }
    double most = Math.max(AUDIBLE, BELOW * loudest);
    for (int at = from; at < count; at += FRAME) {
      if (of(samples, at, Math.min(count, at + FRAME)) >= most) {
        return false;
      }
    }
    return true;
  }

  /** The middle of the quietest fifth of a second between two samples. */
  static int quietest(short[] samples, int from, int to) {
    int length = 10 * FRAME;
    int best = from;
    double least = Double.MAX_VALUE;
    for (int at = from; at + length <= to; at += FRAME) {
      double loudness = of(samples, at, at + length);
      if (loudness < least) {
        least = loudness;
        best = at;
      }
    }
    return best + length / 2;
  }

  /** Root of the mean square. */
  private static double of(short[] samples, int from, int to) {
    double sum = 0;
    for (int at = from; at < to; at++) {
      sum += (double) samples[at] * samples[at];
    }
    return to <= from ? 0 : Math.sqrt(sum / (to - from));
  }
}
