package io.heyue.sim.people;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.sim.world.Draws;
import java.util.List;
import java.util.Map;

/** How fingers and recognisers spoil words: homophones, letters left out or swapped. */
final class Typing {
  private static final Map<Integer, List<String>> HOMOPHONES = homophones();

  private Typing() {}

  /** {@code words} with one slip in them, or as they are where they are too short for one. */
  static String slip(String words, Lang lang, Rng rng) {
    if (words.length() < 6) {
      return words;
    }
    return switch (lang) {
      case ZH -> chinese(words, rng);
      case EN -> english(words, rng);
    };
  }

  private static String chinese(String words, Rng rng) {
    for (int i = 0; i < words.length(); i++) {
      List<String> others = HOMOPHONES.get((int) words.charAt(i));
      if (others != null) {
        return words.substring(0, i) + Draws.one(others, rng) + words.substring(i + 1);
      }
    }
    return without(words, rng.nextInt(words.length()));
  }

  private static String english(String words, Rng rng) {
    int at = rng.nextInt(words.length() - 1);
    boolean letters = isLetter(words.charAt(at)) && isLetter(words.charAt(at + 1));
    if (!letters) {
      return words;
    }
    return rng.chance(0.5)
        ? without(words, at)
        : words.substring(0, at)
            + words.charAt(at + 1)
            + words.charAt(at)
            + words.substring(at + 2);
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) && c != 'n';
  }

  private static String without(String words, int at) {
    return words.substring(0, at) + words.substring(at + 1);
  }

  private static Map<Integer, List<String>> homophones() {
    return Map.of(
        (int) '在', List.of("再"),
        (int) '的', List.of("得", "滴"),
        (int) '那', List.of("哪"),
        (int) '吧', List.of("把", "罢"),
        (int) '知', List.of("之"),
        (int) '做', List.of("作"),
        (int) '己', List.of("已"),
        (int) '帐', List.of("账"),
        (int) '么', List.of("莫"));
  }
}
