package io.heyue.core.words;

import io.heyue.core.base.Span;

/**
 * A normalised text that knows of each of its UTF-16 code units where it stood in the original.
 * Immutable; only {@link Normaliser} makes one.
 */
public final class Plain {
  private final String original;
  private final String text;
  private final int[] starts;
  private final int[] ends;

  Plain(String original, String text, int[] starts, int[] ends) {
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  public String original() {
    return original;
  }

  public String text() {
    return text;
  }

  /** Where {@code span} of the normalised text stands in the original. */
  public Span back(Span span) {
    if (span.length() == 0) {
      int at = span.start() < starts.length ? starts[span.start()] : original.length();
      return Span.of(at, at);
    }
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (int at = span.start(); at < span.end(); at++) {
      start = Math.min(start, starts[at]);
      end = Math.max(end, ends[at]);
    }
    return Span.of(start, end);
  }
}
