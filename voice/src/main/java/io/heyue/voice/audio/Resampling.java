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
    short[] out = new short[length];
    for (int at = 0; at < length; at++) {
      double middle = (double) at * from / to;
      int first = Math.max(0, (int) Math.ceil(middle - reach));
      int last = Math.min(samples.length - 1, (int) Math.floor(middle + reach));
      double sum = 0;
      for (int tap = first; tap <= last; tap++) {
        double distance = tap - middle;
        sum += samples[tap] * cut * sinc(cut * distance) * window(distance / reach);
      }
      out[at] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return out;
  }

  private static double sinc(double value) {
    return value == 0 ? 1 : Math.sin(Math.PI * value) / (Math.PI * value);
  }

  /** Blackman's, from -1 to 1. */
  private static double window(double value) {
    return 0.42 + 0.5 * Math.cos(Math.PI * value) + 0.08 * Math.cos(2 * Math.PI * value);
  }
}
