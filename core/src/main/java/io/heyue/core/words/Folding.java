package io.heyue.core.words;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Folds characters one by one: compatibility forms (Unicode's NFKC), capitals, accents, traditional
 * characters, look-alikes. What is invisible falls away; what only divides becomes a dot. The third
 * and later of the same letter, character or mark in a row fall away too.
 */
final class Folding {
  /** Stands for an emoji or another mark that only divides. */
  static final char DOT = '·';

  private final Map<Character, Character> single = new HashMap<>();

  Folding(WordTables tables) {
    tables
        .simplified()
        .forEach((from, to) -> single.put(from, tables.lookAlikes().getOrDefault(to, to)));
    single.putAll(tables.lookAlikes());
  }

  Traced fold(String text) {
    Traced folded = new Traced(text);
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int end = at + Character.charCount(point);
      if (point < 0x80) {
        ascii(point, at, end, folded);
      } else {
        other(point, at, end, folded);
      }
      at = end;
    }
    return folded;
  }

  private static void ascii(int point, int start, int end, Traced folded) {
    if (point == '\n' || point == '\r') {
      put('\n', start, end, folded);
    } else if (point == '\t') {
      put(' ', start, end, folded);
    } else if (point >= 0x20 && point != 0x7f) {
      put((char) (point >= 'A' && point <= 'Z' ? point + 32 : point), start, end, folded);
    }
  }

  private void other(int point, int start, int end, Traced folded) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK -> {}
      case Character.SPACE_SEPARATOR -> put(' ', start, end, folded);
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> put('\n', start, end, folded);
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.PRIVATE_USE ->
          symbol(point, start, end, folded);
      default -> letters(point, start, end, folded);
    }
  }

  /** A circled letter is a letter; a smile divides. */
  private void symbol(int point, int start, int end, Traced folded) {
    String known = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    if (known.codePoints().anyMatch(Character::isLetterOrDigit)) {
      letters(point, start, end, folded);
    } else {
      put(DOT, start, end, folded);
    }
  }

  private void letters(int point, int start, int end, Traced folded) {
    // Some look-alikes have a compatibility form that looks like something else: ϲ is no ς.
    Character known = point <= Character.MAX_VALUE ? single.get((char) point) : null;
    if (known != null) {
      put(known, start, end, folded);
    } else {
      compatible(point, start, end, folded);
    }
  }

  private void compatible(int point, int start, int end, Traced folded) {
    boolean western = Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    String known =
        Normalizer.normalize(
                Character.toString(point), western ? Normalizer.Form.NFKD : Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    for (int index = 0; index < known.length(); index++) {
      char unit = known.charAt(index);
      if (Character.getType(unit) != Character.NON_SPACING_MARK) {
        put(single.getOrDefault(unit, unit), start, end, folded);
      }
    }
  }

  private static void put(char unit, int start, int end, Traced folded) {
    int length = folded.length();
    boolean again =
        length >= 2
            && folded.at(length - 1) == unit
            && folded.at(length - 2) == unit
            && !Scripts.digit(unit)
            && !(unit == 'w');
    if (!again) {
      folded.add(unit, start, end);
    }
  }
}
