package io.heyue.brain.book;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which word was meant by one that there is not. */
public final class Near {
  /** More words than this help nobody. */
  private static final int MOST_NAMED = 30;

  private Near() {}

  /** "Maybe 'hardship'.", or the words that there are where none is near. */
  public static String maybe(String word, Collection<String> words) {
    Optional<String> nearest =
        words.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    int tolerated = Math.max(2, word.length() / 3);
    return nearest
        .filter(candidate -> distance(word, candidate) <= tolerated)
        .map(candidate -> "Maybe '" + candidate + "'.")
        .orElseGet(() ->
            words.isEmpty() || words.size() > MOST_NAMED
                ? "Maybe it was forgotten or misspelt."
                : "Maybe one of " + String.join(", ", words) + ".");
  }

  /** The least number of letters to insert, drop or replace (Levenshtein, 1966). */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
