package io.heyue.core.reply;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import java.util.Optional;

/**
 * An approved phrase for which other words may be looked for. Holds no fact: its places are empty.
 *
 * @param phrase its id
 * @param text as it is approved, with its places: {@code 请问您打算还多少呢？}
 * @param tone in which it would be said
 */
public record Rewordable(String phrase, String text, Lang lang, Tone tone) {

  /**
   * A phrase as one, if its words bind to nothing: phrases with rights, gated statements, words
   * about the machine, or words that stand only where something is known are said as they are.
   */
  static Optional<Rewordable> of(PhraseBook.Phrase phrase, Lang lang, Tone tone) {
    return phrase.template().plain().map(text -> new Rewordable(phrase.id(), text, lang, tone));
  }
}
