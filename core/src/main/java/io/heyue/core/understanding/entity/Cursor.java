package io.heyue.core.understanding.entity;

/**
 * A place in a normal text that moves forward over what it recognises. A failed {@code take} leaves
 * it where it was; to try something longer, note {@link #at()} and go {@link #back}.
 */
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text, int at) {
    this.text = text;
    this.at = at;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  /** Another cursor at the same place. */
  Cursor copy() {
    return new Cursor(text, at);
  }

  boolean ended() {
    return at >= text.length();
  }

  /** The character here, or 0 at the end. */
  char here() {
    return ahead(0);
  }

  /** The character {@code steps} further on, or 0 outside the text. */
  char ahead(int steps) {
    int place = at + steps;
    return place >= 0 && place < text.length() ? text.charAt(place) : 0;
  }

  boolean sees(String word) {
    return text.startsWith(word, at);
  }

  boolean seesAny(String... words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the character here is one of {@code characters}. */
  boolean seesOneOf(String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  boolean take(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  /** Takes the first of {@code words} that stands here; list longer words before their heads. */
  boolean takeAny(String... words) {
    return choose(words) >= 0;
  }

  /** Takes the first of {@code words} that stands here and says which; -1 if none does. */
  int choose(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (take(words[i])) {
        return i;
      }
    }
    return -1;
  }

  boolean takeOneOf(String characters) {
    if (seesOneOf(characters)) {
      at++;
      return true;
    }
    return false;
  }

  /** Skips at most two spaces: more of them part what they stand between. */
  void space() {
    for (int i = 0; i < 2 && here() == ' '; i++) {
      at++;
    }
  }

  /** A run of {@code least} to {@code most} ASCII digits, not longer; -1 if there is none. */
  int digits(int least, int most) {
    int end = at;
    int value = 0;
    while (end < text.length() && end - at <= most && isDigit(text.charAt(end))) {
      value = value * 10 + (text.charAt(end) - '0');
      end++;
    }
    if (end - at < least || end - at > most) {
      return -1;
    }
    at = end;
    return value;
  }

  /** Whether a Latin word could end here: no letter or digit follows. */
  boolean wordEnds() {
    return !isWordPart(here());
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isWordPart(char c) {
    return isDigit(c) || isLetter(c);
  }
}
