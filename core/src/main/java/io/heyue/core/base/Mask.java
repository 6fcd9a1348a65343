package io.heyue.core.base;

/** Hides the middle of a value. */
final class Mask {
  private Mask() {}

  /**
   * Keeps {@code head} and {@code tail} characters, hiding all of a value that has no more. Counts
   * code points, since rare names stand outside the basic plane.
   */
  static String keep(String value, int head, int tail) {
    int[] points = value.codePoints().toArray();
    int hidden = points.length - head - tail;
    if (hidden <= 0) {
      return "*".repeat(Math.max(1, points.length));
    }
    return new String(points, 0, head)
        + "*".repeat(Math.min(6, hidden))
        + new String(points, points.length - tail, tail);
  }
}
