package io.heyue.core.base;

/** Hides the middle of a value. */
final class Mask {
  private Mask() {}

  /** Keeps {@code head} and {@code tail} characters where at least as many stay hidden. */
  static String keep(String value, int head, int tail) {
    int length = value.length();
    if (length <= head + tail) {
      return "*".repeat(Math.max(1, length));
    }
    return value.substring(0, head)
        + "*".repeat(Math.min(6, length - head - tail))
        + value.substring(length - tail);
  }
}
