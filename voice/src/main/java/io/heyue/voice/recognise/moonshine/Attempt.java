package io.heyue.voice.recognise.moonshine;

import java.util.List;

/**
 * One way to write what was heard.
 *
 * @param tokens what was written, without the sign that begins
 * @param choices what there was to choose at each of them and, last, at the end
 * @param logs natural logarithm of the probability of what was chosen, as many
 * @param looped whether it was stopped since it said the same again and again
 */
record Attempt(List<Integer> tokens, List<Choice> choices, List<Double> logs, boolean looped) {
  Attempt {
    tokens = List.copyOf(tokens);
    choices = List.copyOf(choices);
    logs = List.copyOf(logs);
  }

  /** Mean over tokens. */
  double meanLog() {
    return logs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** Of the whole. */
  double log() {
    return logs.stream().mapToDouble(Double::doubleValue).sum();
  }
}
