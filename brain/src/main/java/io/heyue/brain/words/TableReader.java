package io.heyue.brain.words;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.words.Excuses;
import io.heyue.core.words.WordTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the tables of hidden words; a mistake there stops the start with the file's name. */
public final class TableReader {
  private TableReader() {}

  public static WordTables read(Path data) {
    Path zh = data.resolve("words/zh");
    Yaml chinese = Yaml.read(zh.resolve("evasions.yaml"));
    Yaml english = Yaml.read(data.resolve("words/en/evasions.yaml"));
    Map<Character, Character> lookAlikes = characters(chinese.field("look_alikes"));
    lookAlikes.putAll(characters(english.field("look_alikes")));
    Map<String, String> variants = new HashMap<>();
    chinese
        .field("variants")
        .entries()
        .forEach(entry ->
            entry
                .getValue()
                .elements()
                .forEach(variant -> variants.put(variant.text(), entry.getKey())));
    return new WordTables(
        characters(Yaml.read(zh.resolve("traditional.yaml"))),
        lookAlikes,
        readings(Yaml.read(zh.resolve("readings.yaml"))),
        texts(chinese.field("terms")),
        texts(chinese.field("spelled")),
        variants,
        pairs(chinese.field("initials")),
        digits(chinese.field("digits")),
        new HashSet<>(texts(chinese.field("ordinary"))),
        new HashSet<>(texts(english.field("words"))),
        letters(english.field("letters")));
  }

  /** Why words that sound forbidden are not. */
  static Excuses excuses(Path data) {
    Map<Lang, List<Pattern>> denials = new EnumMap<>(Lang.class);
    Map<Lang, List<Pattern>> reports = new EnumMap<>(Lang.class);
    Map<Lang, List<Pattern>> negations = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Yaml file = Yaml.read(Lessons.folder(data, lang).resolve("contexts.yaml"));
      denials.put(lang, patterns(file.field("denials")));
      reports.put(lang, patterns(file.field("reports")));
      negations.put(lang, patterns(file.field("negations")));
    }
    return new Excuses(denials, reports, negations);
  }

  static List<Pattern> patterns(Yaml list) {
    return list.elements().map(each -> pattern(each.text(), list)).toList();
  }

  static Pattern pattern(String written, Yaml place) {
    try {
      return Pattern.compile(written);
    } catch (PatternSyntaxException fault) {
      throw new IllegalArgumentException(
          "File "
              + place.file()
              + " holds '"
              + written
              + "', which is no regular expression. Maybe a bracket needs a backslash.",
          fault);
    }
  }

  private static List<String> texts(Yaml list) {
    return list.elements().map(Yaml::text).toList();
  }

  /** Each character of a value, by its key. */
  private static Map<Character, Character> characters(Yaml map) {
    Map<Character, Character> characters = new HashMap<>();
    map.entries()
        .forEach(entry -> {
          char to = single(entry.getKey(), map);
          entry.getValue().text().chars().forEach(from -> characters.put((char) from, to));
        });
    return characters;
  }

  private static Map<Character, List<String>> readings(Yaml map) {
    Map<Character, List<String>> readings = new HashMap<>();
    map.entries()
        .forEach(entry ->
            entry
                .getValue()
                .text()
                .chars()
                .forEach(character ->
                    readings
                        .computeIfAbsent((char) character, _ -> new ArrayList<>())
                        .add(entry.getKey())));
    return readings;
  }

  private static Map<String, String> pairs(Yaml map) {
    Map<String, String> pairs = new HashMap<>();
    map.entries().forEach(entry -> pairs.put(entry.getKey(), entry.getValue().text()));
    return pairs;
  }

  private static Map<Character, String> digits(Yaml map) {
    Map<Character, String> digits = new HashMap<>();
    pairs(map).forEach((digit, syllable) -> digits.put(single(digit, map), syllable));
    return digits;
  }

  private static Map<Character, String> letters(Yaml map) {
    Map<Character, String> letters = new HashMap<>();
    pairs(map).forEach((letter, signs) -> letters.put(single(letter, map), signs));
    return letters;
  }

  private static char single(String text, Yaml map) {
    if (text.length() != 1) {
      throw new IllegalArgumentException(
          "File "
              + map.file()
              + " has '"
              + text
              + "' where one character is expected."
              + " Maybe a space too many.");
    }
    return text.charAt(0);
  }
}
