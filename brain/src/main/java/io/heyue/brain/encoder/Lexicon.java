package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What linguists wrote about one language: examples of every intent and which intent wins over
 * which.
 *
 * @param intentsHash SHA-256 of the intent files in hexadecimal; the heads are made from them
 * @param hash SHA-256 of all files of the language in hexadecimal
 */
record Lexicon(
    Lang lang,
    List<Example> examples,
    Map<Intent, Set<Intent>> winsOver,
    String intentsHash,
    String hash) {
  Lexicon {
    examples = List.copyOf(examples);
    winsOver = Map.copyOf(winsOver);
  }

  boolean wins(Intent one, Intent other) {
    return winsOver.getOrDefault(one, Set.of()).contains(other);
  }
}
