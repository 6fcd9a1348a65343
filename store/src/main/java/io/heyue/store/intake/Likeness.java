package io.heyue.store.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * How much two short words have in common: Dice's coefficient of their pairs of neighbouring
 * letters [1], which forgives a word left out as well as a letter mistyped.
 *
 * <p>[1] L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", 1945
 */
final class Likeness {
  /** From here on one may be meant by the other. */
  static final double LIKE = 0.6;

  private Likeness() {}

  /** From 0, nothing, to 1, all. */
  static double of(String left, String right) {
    List<String> pairs = pairs(left);
    List<String> others = pairs(right);
    int all = pairs.size() + others.size();
    int common = 0;
    for (String pair : pairs) {
      common += others.remove(pair) ? 1 : 0;
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static List<String> pairs(String word) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 2 <= word.length(); i++) {
      pairs.add(word.substring(i, i + 2));
    }
    return pairs;
  }
}
