package io.heyue.brain.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table may ask and must answer.
 *
 * @param name of the decision
 * @param inputs what it may ask, with the words that may stand there; none for numbers
 * @param outputs what it must answer, with the words that may stand there; none for anything
 * @param total whether a last row must fit whatever the inputs are
 */
record Layout(
    String name, Map<String, Set<String>> inputs, Map<String, Set<String>> outputs, boolean total) {

  static Layout of(String name, boolean total) {
    return new Layout(name, new LinkedHashMap<>(), new LinkedHashMap<>(), total);
  }

  Layout asks(String input, Set<String> words) {
    inputs.put(input, words);
    return this;
  }

  Layout answers(String output, Set<String> words) {
    outputs.put(output, words);
    return this;
  }

  static Set<String> words(Enum<?>... values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
