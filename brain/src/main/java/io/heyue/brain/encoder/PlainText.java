package io.heyue.brain.encoder;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An utterance as the encoder and the features read it: compatibility forms folded (full width to
 * half), lower case, one space between words, no control characters, no lone surrogates, and of an
 * endless text only its head and its tail.
 */
final class PlainText {
  /** The encoder reads at most 512 tokens; people on the phone say far less. */
  static final int MAXIMUM_LENGTH = 512;

  private PlainText() {}

  static String of(String text) {
    String bounded = bounded(text);
    StringBuilder clean = new StringBuilder(bounded.length());
    bounded
        .codePoints()
        .map(PlainText::visible)
        .forEach(point -> {
          boolean afterSpace = clean.isEmpty() || clean.charAt(clean.length() - 1) == ' ';
          if (point != ' ' || !afterSpace) {
            clean.appendCodePoint(point);
          }
        });
    String folded = Normalizer.normalize(clean, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return folded.strip();
  }

  private static int visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT ->
          ' ';
      default -> point;
    };
  }

  private static String bounded(String text) {
    if (text.length() <= MAXIMUM_LENGTH) {
      return text;
    }
    int half = MAXIMUM_LENGTH / 2;
    return text.substring(0, half) + " " + text.substring(text.length() - half + 1);
  }
}
