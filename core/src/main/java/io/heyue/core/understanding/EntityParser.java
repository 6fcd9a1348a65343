package io.heyue.core.understanding;

import io.heyue.core.base.Lang;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;

/** Finds entities in an utterance. Thread-safe; linear in the length of the text. */
public interface EntityParser {

  /**
   * All entities of {@code text} in the order in which they stand, none overlapping another.
   *
   * @param text any text, also empty or very long
   * @param lang the language whose words are read
   * @param now the instant and zone against which "tomorrow" is resolved
   * @param currency the currency of a sum that names none
   */
  List<Entity> parse(String text, Lang lang, ZonedDateTime now, Currency currency);
}
