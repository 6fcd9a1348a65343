package io.heyue.voice.audio;

/**
 * Samples at a sixth of their rate, as they come: what lies above half of the lower rate is taken
 * away by a sinc of 32 zero crossings under a Blackman window. It remembers what came before, and
 * delays by 2 ms at 8 kHz. Not thread-safe.
 */
final class Decimation {
  static final int FACTOR = 6;

  /** Zero crossings of the sinc at either side. */
  private static final int CROSSINGS = 16;

  /** A little below half of the lower rate, where the window needs room. */
  private static final double CUT = 0.93 / FACTOR;

  private static final int REACH = CROSSINGS * FACTOR;

  private static final double[] TAPS = taps();

  private final short[] before = new short[2 * REACH];

  private static double[] taps() {
    double[] taps = new double[2 * REACH + 1];
    for (int tap = 0; tap < taps.length; tap++) {
      double at = tap - REACH;
      double sinc = at == 0 ? CUT : Math.sin(Math.PI * CUT * at) / (Math.PI * at);
      double place = at / REACH;
      taps[tap] =
          sinc * (0.42 + 0.5 * Math.cos(Math.PI * place) + 0.08 * Math.cos(2 * Math.PI * place));
    }
    return taps;
  }

  /**
   * The next samples.
   *
   * @param count of them, a multiple of {@link #FACTOR}
   */
  short[] next(short[] samples, int count) {
    short[] all = new short[before.length + count];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(samples, 0, all, before.length, count);
    short[] out = new short[count / FACTOR];
    for (int at = 0; at < out.length; at++) {
      double sum = 0;
      int from = at * FACTOR;
      for (int tap = 0; tap < TAPS.length && from + tap < all.length; tap++) {
        sum += all[from + tap] * TAPS[tap];
      }
      out[at] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    System.arraycopy(all, count, before, 0, before.length);
    return out;
  }
}
