package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Finds the words of a list in a text, each at its longest, none overlapping another; in Latin
 * letters only whole words. Linear in the length of the text. Thread-safe.
 */
final class Words {
  private final Map<String, Double> weights = new HashMap<>();

  /** By the letter that they begin with; most letters of a text begin none. */
  private final Map<Character, Integer> longestFrom = new HashMap<>();

  private int longest;

  /** The words of a YAML list: plain, or with a weight under {@code field}. */
  static Words of(Yaml list, String field) {
    Words words = new Words();
    list.elements()
        .forEach(entry -> {
          if (entry.isMap()) {
            words.add(entry.field("text").text(), entry.field(field).number(1));
          } else {
            words.add(entry.text(), 1);
          }
        });
    return words;
  }

  private void add(String word, double weight) {
    String folded = folded(word.strip());
    if (!folded.isEmpty()) {
      weights.merge(folded, weight, Math::max);
      longestFrom.merge(folded.charAt(0), folded.length(), Math::max);
      longest = Math.max(longest, folded.length());
    }
  }

  /** These words and {@code others}. */
  Words with(Words others) {
    Words both = new Words();
    weights.forEach(both::add);
    others.weights.forEach(both::add);
    return both;
  }

  boolean holds(String word) {
    return weights.containsKey(word);
  }

  /** Whether one of them ends {@code text}. */
  boolean end(String text) {
    return holdsAny(length -> text.substring(text.length() - length), text.length());
  }

  /** Whether one of them begins {@code text}. */
  boolean begin(String text) {
    return holdsAny(length -> text.substring(0, length), text.length());
  }

  private boolean holdsAny(IntFunction<String> part, int most) {
    return IntStream.rangeClosed(1, Math.min(longest, most)).mapToObj(part).anyMatch(this::holds);
  }

  List<Cue> find(String text) {
    String folded = folded(text);
    List<Cue> found = new ArrayList<>();
    int start = 0;
    while (start < folded.length()) {
      int end = start;
      int most = longestFrom.getOrDefault(folded.charAt(start), 0);
      for (int length = Math.min(most, folded.length() - start); length > 0; length--) {
        String word = folded.substring(start, start + length);
        Double weight = weights.get(word);
        if (weight != null && stands(folded, start, start + length)) {
          found.add(new Cue(word, Span.of(start, start + length), weight));
          end = start + length;
          break;
        }
      }
      start = Math.max(end, start + 1);
    }
    return found;
  }

  /** Lower case, character by character, so that the offsets stay. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      folded.append(letter == '’' ? '\'' : Character.toLowerCase(letter));
    }
    return folded.toString();
  }

  private static boolean stands(String text, int start, int end) {
    return !(joins(text, start - 1) && joins(text, start))
        && !(joins(text, end - 1) && joins(text, end));
  }

  private static boolean joins(String text, int index) {
    if (index < 0 || index >= text.length()) {
      return false;
    }
    char letter = text.charAt(index);
    return letter < 0x250 && Character.isLetterOrDigit(letter);
  }
}
