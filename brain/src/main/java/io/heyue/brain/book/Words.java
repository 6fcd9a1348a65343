package io.heyue.brain.book;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words that a place in a file may hold, and what they stand for.
 *
 * @param what they are, for messages: hold, channel …
 * @param values by word, in the order in which they are named
 */
record Words<E>(String what, Map<String, E> values) {

  /** The values of an enum by their names in small letters. */
  static <E extends Enum<E>> Words<E> of(String what, E[] values) {
    return by(what, values, value -> value.name().toLowerCase(Locale.ROOT));
  }

  static <E> Words<E> by(String what, E[] values, Function<E, String> word) {
    Map<String, E> byWord = new LinkedHashMap<>();
    for (E value : values) {
      byWord.put(word.apply(value), value);
    }
    return new Words<>(what, byWord);
  }

  /**
   * What {@code item} names.
   *
   * @throws Unreadable if there is no such word
   */
  E read(Item item) {
    String word = item.text();
    return Optional.ofNullable(values.get(word))
        .orElseThrow(() ->
            item.unreadable(
                "There is no " + what + " '" + word + "'. " + Near.maybe(word, values.keySet())));
  }
}
