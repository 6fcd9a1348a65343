package io.heyue.core.understanding;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonName;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;

/**
 * An utterance and what it takes to understand it.
 *
 * @param text the words as typed or recognised
 * @param lang the language of the conversation, if it is known
 * @param after the id of our last question or move ({@code ask_identity}, {@code offer_plan}),
 *     since "对" means another thing after each
 * @param sought the name of whom we asked for, which "this is Rowan" is compared with
 * @param now the person's local time
 * @param currency the currency of a sum that names none
 */
public record Heard(
    String text,
    Optional<Lang> lang,
    Optional<String> after,
    Optional<PersonName> sought,
    ZonedDateTime now,
    Currency currency) {

  /** Something said to us by somebody whom we didn't ask for by name. */
  public Heard(
      String text,
      Optional<Lang> lang,
      Optional<String> after,
      ZonedDateTime now,
      Currency currency) {
    this(text, lang, after, Optional.empty(), now, currency);
  }
}
