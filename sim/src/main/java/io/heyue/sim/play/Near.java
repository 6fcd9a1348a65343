package io.heyue.sim.play;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a misspelt word may have been meant to be. */
final class Near {
  private Near() {}

  /** "Maybe 'overdue'." for the nearest of {@code words}, or the list of them if none is near. */
  static String maybe(String word, List<String> words) {
    String lower = word.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(Comparator.comparingInt(known -> distance(lower, known.toLowerCase(Locale.ROOT))))
        .filter(known -> distance(lower, known.toLowerCase(Locale.ROOT)) <= 1 + known.length() / 3)
        .map(known -> "Maybe '" + known + "'.")
        .orElse("Maybe one of " + String.join(", ", words) + ".");
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int keep = row[j];
        int change = before + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), change);
        before = keep;
      }
    }
    return row[b.length()];
  }
}
