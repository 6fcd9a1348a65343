package io.heyue.core.base;

/**
 * A stretch of a text in UTF-16 code units, {@code end} exclusive.
 *
 * @param start first code unit, at least 0
 * @param end one past the last code unit, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "Span " + start + ".." + end + " is not a stretch of text.");
    }
  }

  public static Span of(int start, int end) {
    return new Span(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean covers(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The words that this span marks in {@code text}. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
