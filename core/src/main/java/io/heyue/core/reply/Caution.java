package io.heyue.core.reply;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is allowed to change where a phrase is said in other words. What is weighty would turn it
 * into a threat, a promise, an instruction or its opposite, and stays; what is new must be one of
 * the words that do no harm, since nobody can list all those that do. Written by people, in {@code
 * data/prompts}.
 *
 * @param weighty patterns, each for one weight: words that one matches may stand for each other
 * @param exact patterns of what must stand word for word: figures, negations with what they negate,
 *     and who it is that does something
 * @param harmless the words, in small letters, that a phrase may get and does not have
 * @param likeness how much of the words must be the same, there and back, 0 to 1
 */
public record Caution(
    List<Pattern> weighty, List<Pattern> exact, List<String> harmless, double likeness) {
  public Caution {
    weighty = List.copyOf(weighty);
    exact = List.copyOf(exact);
    harmless = List.copyOf(harmless);
  }
}
