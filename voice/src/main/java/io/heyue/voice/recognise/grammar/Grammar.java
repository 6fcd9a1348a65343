package io.heyue.voice.recognise.grammar;

import java.util.List;
import java.util.Set;

/**
 * What may be said, for the decoder.
 *
 * @param rules JSGF 1.0, whole
 * @param words all that stand in it
 * @param unsayable phrases that were left out, since the dictionary can't say them
 */
record Grammar(String rules, Set<String> words, List<String> unsayable) {
  Grammar {
    words = Set.copyOf(words);
    unsayable = List.copyOf(unsayable);
  }
}
