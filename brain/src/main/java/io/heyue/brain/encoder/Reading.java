package io.heyue.brain.encoder;

import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the model makes of an utterance; every number is a probability, 0 to 1.
 *
 * @param intents which one decides the way; together they are 1
 * @param said whether each was said at all
 * @param feelings together they are 1
 * @param intensity of the likeliest feeling, 0 none to 1 extreme
 * @param cooperation together they are 1
 * @param offensive whether the words insult whoever they are said to
 */
record Reading(
    Map<Intent, Double> intents,
    Map<Intent, Double> said,
    Map<Feeling, Double> feelings,
    double intensity,
    Map<Cooperation, Double> cooperation,
    double offensive) {
  Reading {
    intents = Map.copyOf(intents);
    said = Map.copyOf(said);
    feelings = Map.copyOf(feelings);
    cooperation = Map.copyOf(cooperation);
  }

  /** The same, each by as much larger that together they are 1. */
  static <T extends Enum<T>> Map<T, Double> together(Map<T, Double> weights) {
    double sum = weights.values().stream().mapToDouble(each -> each).sum();
    Map<T, Double> shares = new EnumMap<>(weights);
    shares.replaceAll((_, weight) -> weight / sum);
    return shares;
  }

  /** The likeliest of {@code likelihoods}. */
  static <T> T likeliest(Map<T, Double> likelihoods) {
    return likelihoods.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
