package io.heyue.store.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it stands in files of many origins, brought into one form. */
final class Text {
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");
  private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*]|【[^】]*】");
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_\\-./:]+");

  private Text() {}

  /**
   * Without white space around it, with full-width letters and digits made usual ones, and without
   * marks that nobody sees: they come with numbers copied from telephones and with joined files.
   */
  static String tidy(String cell) {
    boolean ascii = true;
    for (int i = 0; i < cell.length() && ascii; i++) {
      ascii = cell.charAt(i) < 0x80;
    }
    return (ascii
            ? cell
            : UNSEEN.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)).replaceAll(""))
        .strip();
  }

  /** A header or a word of a closed list, without what writers do differently. */
  static String key(String header) {
    String tidy = tidy(header);
    if (tidy.chars().allMatch(Character::isLetterOrDigit)) {
      return tidy.toLowerCase(Locale.ROOT);
    }
    String bare = BRACKETED.matcher(tidy).replaceAll(" ");
    return BETWEEN_WORDS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Fit for a line of a file: nothing that steers a terminal or a spreadsheet. */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /**
   * The same text, made harmless for a spreadsheet by a leading apostrophe where one would carry it
   * out rather than show it [1].
   *
   * <p>[1] https://owasp.org/www-community/attacks/CSV_Injection
   */
  static String harmless(String text) {
    String shown = printable(text);
    return FORMULA.matcher(shown).lookingAt() ? "'" + shown : shown;
  }
}
