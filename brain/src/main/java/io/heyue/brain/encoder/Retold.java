package io.heyue.brain.encoder;

import io.heyue.core.base.Span;

/** A text in other words, and where each of its letters stood before. */
final class Retold {
  private final String text;
  private final int[] starts;
  private final int before;

  /**
   * @param starts of each letter of {@code text} where the word began that it stands for; more may
   *     follow
   * @param before the length of the text that was retold
   */
  Retold(String text, int[] starts, int before) {
    this.text = text;
    this.starts = starts.clone();
    this.before = before;
  }

  String text() {
    return text;
  }

  /** Where what stands at {@code span} of this stood in the text that was retold. */
  Span original(Span span) {
    int start = starts[span.start()];
    int end = span.end() < text.length() ? starts[span.end()] : before;
    // Letters that stand for the same word begin together.
    for (int next = span.end(); end == start && ++next <= text.length(); ) {
      end = next < text.length() ? starts[next] : before;
    }
    return new Span(start, end);
  }
}
