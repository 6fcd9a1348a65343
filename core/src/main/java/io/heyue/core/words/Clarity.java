package io.heyue.core.words;

import io.heyue.core.base.Span;
import java.util.Optional;

/** Whether a text can be understood at all: what can't be understood can't be judged. */
final class Clarity {
  /** Nobody says more at once. */
  static final int LONGEST = 4_000;

  /** More than this share of letters of other scripts is another language. */
  private static final double FOREIGN = 0.3;

  /** Less than this share of known pieces is nothing that anybody said. */
  private static final double FAMILIAR = 0.2;

  /** So few letters are understood whatever they are: an initial, a name. */
  private static final int FEW = 6;

  private Clarity() {}

  static Optional<String> flaw(Plain plain, WordSense sense) {
    String original = plain.original();
    if (original.length() > LONGEST) {
      return Optional.of("longer than " + LONGEST + " characters");
    }
    if (original.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of("no words");
    }
    long letters = original.codePoints().filter(Character::isLetter).count();
    long foreign = original.codePoints().filter(Clarity::isForeign).count();
    if (foreign > 2 && foreign > FOREIGN * letters) {
      return Optional.of("written in a script that is not understood");
    }
    for (Span sentence : Sentences.of(plain.text())) {
      String words = sentence.of(plain.text());
      long own = words.codePoints().filter(Character::isLetter).count();
      if (own > FEW && sense.familiar(words, Sentences.lang(words)) < FAMILIAR) {
        return Optional.of("not understood");
      }
    }
    return Optional.empty();
  }

  private static boolean isForeign(int point) {
    if (!Character.isLetter(point)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, LATIN, COMMON, INHERITED -> false;
      default -> true;
    };
  }
}
