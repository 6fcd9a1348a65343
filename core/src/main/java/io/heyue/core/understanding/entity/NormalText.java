package io.heyue.core.understanding.entity;

import io.heyue.core.base.Span;
import java.util.Arrays;

/**
 * An utterance in the one spelling that the rules know, with the way back to the words as they were
 * typed. Invisible characters are dropped; every other one becomes exactly one character.
 */
final class NormalText {
  private final String original;
  private final String normal;
  private final int[] origins;

  private NormalText(String original, String normal, int[] origins) {
    this.original = original;
    this.normal = normal;
    this.origins = origins;
  }

  static NormalText of(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    int[] origins = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      char written = text.charAt(i);
      if (!Glyphs.vanishes(written)) {
        origins[normal.length()] = i;
        normal.append(Glyphs.fold(written));
      }
    }
    return new NormalText(text, normal.toString(), Arrays.copyOf(origins, normal.length()));
  }

  String normal() {
    return normal;
  }

  /** Where {@code start..end} of the normal text stands in the original. */
  Span origin(int start, int end) {
    return Span.of(origins[start], origins[end - 1] + 1);
  }

  String words(Span span) {
    return span.of(original);
  }
}
