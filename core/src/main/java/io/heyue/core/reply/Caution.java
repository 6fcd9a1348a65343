package io.heyue.core.reply;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The weighty words of a language: those that would turn a phrase into a threat, a promise, an
 * instruction or its opposite. Other words for a phrase must have exactly those of the phrase.
 * Written by people, in {@code data/prompts}.
 *
 * @param weighty patterns, each for one weight: words that one matches may stand for each other
 * @param exact patterns of what must stand word for word: figures, and negations with what they
 *     negate
 * @param likeness how much of the words must be the same, there and back, 0 to 1
 */
public record Caution(List<Pattern> weighty, List<Pattern> exact, double likeness) {
  public Caution {
    weighty = List.copyOf(weighty);
    exact = List.copyOf(exact);
  }
}
