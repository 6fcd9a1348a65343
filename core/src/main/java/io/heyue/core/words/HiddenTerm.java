package io.heyue.core.words;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Chinese word that may be hidden, and how it is recognised. */
final class HiddenTerm {
  /** So many marks between two characters still only divide. */
  private static final int MOST_DIVIDERS = 3;

  private final String word;
  private final boolean bySound;
  private final Map<Character, String> digits;
  private final List<Set<Character>> sameSound;
  private final List<Set<String>> syllables;

  /**
   * @param bySound whether it is recognised in other characters of the same sound
   */
  HiddenTerm(String word, boolean bySound, WordTables tables) {
    this.word = word;
    this.bySound = bySound;
    this.digits = tables.digits();
    this.sameSound = word.chars().mapToObj(c -> sameSound((char) c, tables)).toList();
    this.syllables = word.chars().mapToObj(c -> syllables((char) c, tables)).toList();
  }

  private static Set<Character> sameSound(char character, WordTables tables) {
    List<String> own = tables.readings().getOrDefault(character, List.of());
    Set<Character> same = new HashSet<>();
    tables
        .readings()
        .forEach((other, readings) -> {
          if (readings.stream().anyMatch(own::contains)) {
            same.add(other);
          }
        });
    same.add(character);
    return same;
  }

  private static Set<String> syllables(char character, WordTables tables) {
    Set<String> syllables = new HashSet<>();
    tables
        .readings()
        .getOrDefault(character, List.of())
        .forEach(reading -> syllables.add(Syllables.toneless(reading)));
    return syllables;
  }

  String word() {
    return word;
  }

  int length() {
    return word.length();
  }

  /** The characters with which a hidden form may begin. */
  Set<Character> beginnings() {
    Set<Character> beginnings = new HashSet<>();
    beginnings.add(word.charAt(0));
    if (bySound) {
      beginnings.addAll(sameSound.getFirst());
      digits.forEach((digit, syllable) -> {
        if (syllables.getFirst().contains(syllable)) {
          beginnings.add(digit);
        }
      });
    }
    syllables.getFirst().forEach(syllable -> beginnings.add(syllable.charAt(0)));
    return beginnings;
  }

  /**
   * Where its hidden form from {@code start} on ends; -1 where there is none, or it is in clear.
   */
  int end(Traced text, int start) {
    int at = start;
    boolean hidden = false;
    int inClear = 0;
    for (int index = 0; index < word.length(); index++) {
      int unit = index == 0 ? at : afterDividers(text, at);
      int end = unitEnd(text, unit, index);
      if (end < 0) {
        return -1;
      }
      boolean clear = text.at(unit) == word.charAt(index);
      hidden |= !clear || unit > at;
      inClear += clear ? 1 : 0;
      at = end;
    }
    boolean lonely = word.length() == 1 && inClear == 0 && !Scripts.latin(text.at(start));
    return hidden && !lonely && !HiddenChinese.cutsLetters(text, start, at) ? at : -1;
  }

  private static int afterDividers(Traced text, int at) {
    int next = at;
    while (next < text.length()
        && next - at < MOST_DIVIDERS
        && HiddenChinese.divides(text.at(next))) {
      next++;
    }
    return next;
  }

  /** Where the form of its character {@code index} at {@code at} ends; -1 where it is another. */
  private int unitEnd(Traced text, int at, int index) {
    if (at >= text.length()) {
      return -1;
    }
    char unit = text.at(at);
    if (unit == word.charAt(index)) {
      return at + 1;
    }
    if (Scripts.latin(unit)) {
      return spelt(text, at, index);
    }
    if (!bySound) {
      return -1;
    }
    if (Scripts.digit(unit)) {
      String syllable = digits.get(unit);
      boolean single =
          (at == 0 || !Scripts.digit(text.at(at - 1)))
              && (at + 1 >= text.length() || !Scripts.digit(text.at(at + 1)));
      return syllable != null && single && syllables.get(index).contains(syllable) ? at + 1 : -1;
    }
    return sameSound.get(index).contains(unit) ? at + 1 : -1;
  }

  private int spelt(Traced text, int at, int index) {
    int best = -1;
    for (String syllable : syllables.get(index)) {
      int end = at + syllable.length();
      if (end <= text.length() && end > best && text.text().substring(at, end).equals(syllable)) {
        best = end;
      }
    }
    return best;
  }
}
