package io.heyue.brain.encoder;

/**
 * Sums of arrays, each times a number. The loops run along the arrays, four at once, so that the
 * processor works on many numbers in one step; a scalar product, whose order is fixed, can't.
 */
final class Sums {
  private Sums() {}

  /**
   * Adds {@code arrays[i]} times {@code times[i]} to {@code sum}, for i in {@code [start, end)}.
   */
  static void add(float[] sum, float[] times, float[][] arrays, int start, int end) {
    int index = start;
    for (; index + 3 < end; index += 4) {
      add(sum, times, arrays, index);
    }
    for (; index < end; index++) {
      add(sum, times[index], arrays[index]);
    }
  }

  /** Adds {@code what} times {@code times} to {@code sum}. */
  static void add(float[] sum, float times, float[] what) {
    for (int index = 0; index < sum.length; index++) {
      sum[index] += times * what[index];
    }
  }

  private static void add(float[] sum, float[] times, float[][] arrays, int from) {
    float a = times[from];
    float b = times[from + 1];
    float c = times[from + 2];
    float d = times[from + 3];
    float[] first = arrays[from];
    float[] second = arrays[from + 1];
    float[] third = arrays[from + 2];
    float[] fourth = arrays[from + 3];
    for (int index = 0; index < sum.length; index++) {
      sum[index] += a * first[index] + b * second[index] + c * third[index] + d * fourth[index];
    }
  }
}
