package io.heyue.core.words;

import java.util.regex.Pattern;

/** Chinese syllables in letters. */
final class Syllables {
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
              + "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ia|ua|uo|ue|ve"
              + "|an|en|in|un|er|a|o|e|i|u|v)");
  private static final Pattern WORDS = Pattern.compile("(?:" + SYLLABLE.pattern() + "){1,6}");
  private static final Pattern GAP = Pattern.compile("[^a-z]+");
  private static final int LEAST = 3;

  private Syllables() {}

  /** Whether every word of a text could be Chinese in letters, of which English rarely consists. */
  static boolean allSpelt(CharSequence text) {
    int words = 0;
    for (String word : GAP.split(text, -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (!WORDS.matcher(word).matches()) {
        return false;
      }
      words++;
    }
    return words >= LEAST;
  }

  /** {@code su4} without its tone. */
  static String toneless(String syllable) {
    return syllable.substring(0, syllable.length() - 1);
  }
}
