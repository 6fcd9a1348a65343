package io.heyue.brain.encoder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences by which models are examined. Nothing is learned from them, nor from what is nearly the
 * same: else a model would be examined on what it was told. Immutable.
 */
final class Examined {
  /** Of all pairs of letters that one of two sentences has, so many are in both. */
  private static final double NEAR = 0.75;

  private final Set<String> whole = new HashSet<>();
  private final List<Set<String>> pairs = new ArrayList<>();

  Examined(Collection<String> sentences) {
    for (String sentence : sentences) {
      String letters = letters(sentence);
      if (whole.add(letters)) {
        pairs.add(pairs(letters));
      }
    }
  }

  /** Whether it is one of them or nearly so. */
  boolean holds(String sentence) {
    String letters = letters(sentence);
    if (whole.contains(letters)) {
      return true;
    }
    Set<String> own = pairs(letters);
    return pairs.stream().anyMatch(other -> near(own, other));
  }

  private static boolean near(Set<String> one, Set<String> other) {
    int fewer = Math.min(one.size(), other.size());
    int more = Math.max(one.size(), other.size());
    if (fewer == 0 || fewer < NEAR * more) {
      return false;
    }
    long both = one.stream().filter(other::contains).count();
    return both >= NEAR * (one.size() + other.size() - both);
  }

  private static Set<String> pairs(String letters) {
    Set<String> pairs = new HashSet<>();
    for (int at = 0; at + 1 < letters.length(); at++) {
      pairs.add(letters.substring(at, at + 2));
    }
    return pairs;
  }

  /** What remains without marks and spaces. */
  static String letters(String sentence) {
    return PlainText.of(sentence).replaceAll("[\\p{P}\\s~]+", "");
  }
}
