package io.heyue.core.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the normaliser knows of hidden words; it stands in {@code data/words}. Immutable.
 *
 * @param simplified traditional characters and their simplified forms
 * @param lookAlikes characters that stand for another that they look like
 * @param readings Chinese characters and their syllables with tones, such as {@code su4}
 * @param terms words that are brought back from characters of the same sound, too
 * @param spelled words that are brought back only from spelling and from being torn apart
 * @param variants hidden forms and the words that they stand for
 * @param initials single runs of letters and the words that they stand for
 * @param digits digits that stand for a syllable
 * @param ordinary words that are nothing hidden, whatever they sound like
 * @param english English words that are brought back
 * @param letters what stands for a letter, by letter
 */
public record WordTables(
    Map<Character, Character> simplified,
    Map<Character, Character> lookAlikes,
    Map<Character, List<String>> readings,
    List<String> terms,
    List<String> spelled,
    Map<String, String> variants,
    Map<String, String> initials,
    Map<Character, String> digits,
    Set<String> ordinary,
    Set<String> english,
    Map<Character, String> letters) {
  public WordTables {
    simplified = Map.copyOf(simplified);
    lookAlikes = Map.copyOf(lookAlikes);
    readings = Map.copyOf(readings);
    terms = List.copyOf(terms);
    spelled = List.copyOf(spelled);
    variants = Map.copyOf(variants);
    initials = Map.copyOf(initials);
    digits = Map.copyOf(digits);
    ordinary = Set.copyOf(ordinary);
    english = Set.copyOf(english);
    letters = Map.copyOf(letters);
  }

  /** Knows nothing: only what Unicode says is folded. */
  public static WordTables none() {
    return new WordTables(
        Map.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), Set.of(),
        Set.of(), Map.of());
  }
}
