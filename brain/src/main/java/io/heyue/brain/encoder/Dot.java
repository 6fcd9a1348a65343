package io.heyue.brain.encoder;

/** The scalar product, which nearly all the time of training and reading goes into. */
final class Dot {
  private Dot() {}

  static float of(float[] one, float[] other) {
    return of(one, other, 0, one.length);
  }

  /** Over {@code [start, end)}. Eight sums at once, since the order of a single one is fixed. */
  static float of(float[] one, float[] other, int start, int end) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int index = start;
    for (; index + 7 < end; index += 8) {
      a += one[index] * other[index];
      b += one[index + 1] * other[index + 1];
      c += one[index + 2] * other[index + 2];
      d += one[index + 3] * other[index + 3];
      e += one[index + 4] * other[index + 4];
      f += one[index + 5] * other[index + 5];
      g += one[index + 6] * other[index + 6];
      h += one[index + 7] * other[index + 7];
    }
    for (; index < end; index++) {
      a += one[index] * other[index];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }

  /** Makes {@code vector} one of length 1; leaves zeros alone. */
  static void normalise(float[] vector) {
    float length = (float) Math.sqrt(of(vector, vector));
    if (length > 1e-9f) {
      for (int index = 0; index < vector.length; index++) {
        vector[index] /= length;
      }
    }
  }
}
