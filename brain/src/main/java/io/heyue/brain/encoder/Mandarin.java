package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts Chinese into Mandarin in simplified characters: what is written in traditional ones, and
 * words of dialects, of which Cantonese ones are taken for such only where the whole is Cantonese.
 * The sentence stays as it is said; only its words change. Linear in the length of the text.
 * Thread-safe.
 */
final class Mandarin {
  private static final String CANTONESE = "cantonese";

  private final Map<Character, Character> simplified;
  private final Map<String, String> anywhere;
  private final Map<String, String> cantonese;
  private final int longest;

  private Mandarin(
      Map<Character, Character> simplified,
      Map<String, String> anywhere,
      Map<String, String> cantonese) {
    this.simplified = Map.copyOf(simplified);
    this.anywhere = Map.copyOf(anywhere);
    this.cantonese = Map.copyOf(cantonese);
    this.longest = cantonese.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * For Chinese by {@code words/zh/traditional.yaml} and {@code lexicon/zh/dialects.yaml}; other
   * languages stay as they are.
   */
  static Mandarin read(Path data, Lang lang) {
    Map<Character, Character> simplified = new HashMap<>();
    Map<String, String> anywhere = new HashMap<>();
    Map<String, String> cantonese = new HashMap<>();
    if (lang == Lang.ZH) {
      entries(data.resolve("words/zh/traditional.yaml"))
          .forEach((to, from) ->
              from.text()
                  .codePoints()
                  .filter(Character::isBmpCodePoint)
                  .forEach(each -> simplified.put((char) each, to.charAt(0))));
      entries(LexiconReader.folderOf(data, lang).resolve("dialects.yaml"))
          .forEach((dialect, words) ->
              words
                  .entries()
                  .forEach(word ->
                      (dialect.equals(CANTONESE) ? cantonese : anywhere)
                          .put(word.getKey(), word.getValue().text())));
      anywhere.forEach(cantonese::putIfAbsent);
    }
    return new Mandarin(simplified, anywhere, cantonese);
  }

  private static Map<String, Yaml> entries(Path file) {
    Map<String, Yaml> entries = new HashMap<>();
    if (Files.isRegularFile(file)) {
      Yaml.read(file).entries().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  /** What {@code text} is in Mandarin, and where each letter of that stands in it. */
  Retold of(String text) {
    Map<String, String> words = LanguageGuess.isCantonese(text) ? cantonese : anywhere;
    String plain = simple(text);
    StringBuilder retold = new StringBuilder(text.length());
    int[] starts = new int[2 * text.length() + 2];
    int at = 0;
    while (at < plain.length()) {
      int end = word(plain, at, words);
      String said = end > at ? words.get(plain.substring(at, end)) : null;
      if (said == null) {
        starts = noted(starts, retold.length(), at);
        retold.append(plain.charAt(at++));
      } else {
        for (int letter = 0; letter < said.length(); letter++) {
          starts = noted(starts, retold.length(), at);
          retold.append(said.charAt(letter));
        }
        at = end;
      }
    }
    return new Retold(retold.toString(), noted(starts, retold.length(), at), text.length());
  }

  private static int[] noted(int[] starts, int letter, int at) {
    int[] enough =
        letter < starts.length ? starts : java.util.Arrays.copyOf(starts, 2 * starts.length);
    enough[letter] = at;
    return enough;
  }

  /** Where the longest word that begins at {@code start} ends; {@code start} if none does. */
  private int word(String text, int start, Map<String, String> words) {
    for (int end = Math.min(text.length(), start + longest); end > start; end--) {
      if (words.containsKey(text.substring(start, end))) {
        return end;
      }
    }
    return start;
  }

  private String simple(String text) {
    StringBuilder simple = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      simple.append(simplified.getOrDefault(letter, letter).charValue());
    }
    return simple.toString();
  }
}
