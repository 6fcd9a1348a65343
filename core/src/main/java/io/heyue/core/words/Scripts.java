package io.heyue.core.words;

/** Of which script a character is. */
final class Scripts {
  private Scripts() {}

  static boolean han(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  static boolean han(char unit) {
    return unit >= 0x3400 && han((int) unit);
  }

  /** A small letter without an accent; capitals and accents are folded before. */
  static boolean latin(char unit) {
    return unit >= 'a' && unit <= 'z';
  }

  static boolean digit(char unit) {
    return unit >= '0' && unit <= '9';
  }
}
