package io.heyue.brain.words;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways of saying that count as one when learning, so that what no example says is recognised too.
 * Thread-safe.
 */
final class Concepts {
  private final Map<Character, List<Saying>> byFirst = new HashMap<>();
  private final boolean words;

  private Concepts(boolean words) {
    this.words = words;
  }

  /** A way of saying {@code concept}. */
  private record Saying(String text, String concept) {}

  /** A concept that was found, and where its saying ends. */
  record Met(String concept, int start, int end) {}

  static Concepts read(Path folder, Lang lang) {
    Concepts concepts = new Concepts(lang == Lang.EN);
    Yaml.read(folder.resolve("concepts.yaml"))
        .entries()
        .forEach(entry ->
            entry
                .getValue()
                .elements()
                .forEach(saying -> concepts.add(saying.text(), entry.getKey())));
    concepts
        .byFirst
        .values()
        .forEach(sayings ->
            sayings.sort(Comparator.comparingInt((Saying each) -> -each.text().length())));
    return concepts;
  }

  private void add(String saying, String concept) {
    byFirst
        .computeIfAbsent(saying.charAt(0), _ -> new ArrayList<>())
        .add(new Saying(saying, concept));
  }

  /** The concepts of a text in their order; where several begin at one place, the longest alone. */
  List<Met> in(String text) {
    List<Met> met = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (!words || at == 0 || !letter(text.charAt(at - 1))) {
        for (Saying saying : byFirst.getOrDefault(text.charAt(at), List.of())) {
          if (text.startsWith(saying.text(), at) && ends(text, at + saying.text().length())) {
            if (end == at) {
              end = at + saying.text().length();
            }
            if (at + saying.text().length() == end) {
              met.add(new Met(saying.concept(), at, end));
            }
          }
        }
      }
      at = Math.max(end, at + 1);
    }
    return met;
  }

  private boolean ends(String text, int at) {
    return !words || at >= text.length() || !letter(text.charAt(at));
  }

  private static boolean letter(char unit) {
    return Character.isLetterOrDigit(unit);
  }
}
