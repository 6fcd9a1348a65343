package io.heyue.voice.audio;

/** Samples at another rate. */
final class Resampling {
  /** Zero crossings of the sinc at either side. */
  private static final int CROSSINGS = 16;

  /** A little below half of the lower rate, where the window needs room. */
  private static final double ROOM = 0.93;

  private Resampling() {}

  static short[] of(short[] samples, int from, int to) {
    int length = Math.toIntExact((long) samples.length * to / from);
    double cut = Math.min(1, (double) to / from) * ROOM;
    double reach = CROSSINGS / cut;
    // Between two samples of the one rate there are but so many places for one of the other.
    int places = Math.min(length, to / gcd(from, to));
    double[][] weights = new double[places][];
    int[] firsts = new int[places];
    for (int place = 0; place < places; place++) {
      double middle = (double) ((long) place * from % to) / to;
      firsts[place] = (int) Math.ceil(middle - reach);
      weights[place] = weights(firsts[place], middle, cut, reach);
    }
    short[] out = new short[length];
    for (int at = 0; at < length; at++) {
      double[] weight = weights[at % places];
      int first = (int) ((long) at * from / to) + firsts[at % places];
      int end = Math.min(weight.length, samples.length - first);
      double sum = 0;
      for (int tap = Math.max(0, -first); tap < end; tap++) {
        sum += samples[first + tap] * weight[tap];
      }
      out[at] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return out;
  }

  /** What the samples around a place between two of them weigh there, from the first on. */
  private static double[] weights(int first, double middle, double cut, double reach) {
    double[] weights = new double[(int) Math.floor(middle + reach) - first + 1];
    for (int tap = 0; tap < weights.length; tap++) {
      double distance = first + tap - middle;
      weights[tap] = cut * sinc(cut * distance) * window(distance / reach);
    }
    return weights;
  }

  private static int gcd(int one, int other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  private static double sinc(double value) {
    return value == 0 ? 1 : Math.sin(Math.PI * value) / (Math.PI * value);
  }

  /** Blackman's, from -1 to 1. */
  private static double window(double value) {
    return 0.42 + 0.5 * Math.cos(Math.PI * value) + 0.08 * Math.cos(2 * Math.PI * value);
  }
}
