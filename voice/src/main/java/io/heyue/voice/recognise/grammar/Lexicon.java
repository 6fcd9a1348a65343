package io.heyue.voice.recognise.grammar;

import io.heyue.voice.recognise.RecogniserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that the acoustic model's dictionary can say, by their phones. Immutable. */
final class Lexicon {
  static final String FILE = "mandarin_notone.dic";

  private final Map<String, List<String>> phones;
  private final int longest;

  private Lexicon(Map<String, List<String>> phones) {
    this.phones = phones;
    this.longest = phones.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Reads a dictionary: a word and its phones a line, other ways to say it as {@code word(2)}.
   *
   * @throws RecogniserFailure where it can't be read or holds nothing
   */
  static Lexicon read(Path file) {
    Map<String, List<String>> phones = new HashMap<>();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines.forEach(line -> add(phones, line));
    } catch (IOException | java.io.UncheckedIOException fault) {
      throw new RecogniserFailure("Dictionary " + file + " can't be read.", fault);
    }
    if (phones.isEmpty()) {
      throw new RecogniserFailure(
          "Dictionary " + file + " holds no word. Maybe it was cut off while it was copied.");
    }
    return new Lexicon(phones);
  }

  private static void add(Map<String, List<String>> phones, String line) {
    String[] parts = line.strip().split("\\s+", 2);
    if (parts.length == 2) {
      int other = parts[0].indexOf('(');
      String word = other > 0 ? parts[0].substring(0, other) : parts[0];
      phones.computeIfAbsent(word, _ -> new ArrayList<>(1)).add(parts[1]);
    }
  }

  /** How a word is said, the usual way first; empty where the dictionary lacks it. */
  List<String> phones(String word) {
    return phones.getOrDefault(word, List.of());
  }

  int size() {
    return phones.size();
  }

  /**
   * Parts a phrase into as few words as there can be, of two ways the one with the longer word at
   * the end; empty where it can't be said.
   *
   * @param phrase without white space and marks
   */
  Optional<List<String>> parted(String phrase) {
    if (phones.containsKey(phrase)) {
      return Optional.of(List.of(phrase));
    }
    @Nullable List<String>[] best = shortest(phrase);
    return Optional.ofNullable(best[phrase.length()]).filter(words -> !words.isEmpty());
  }

  private @Nullable List<String>[] shortest(String phrase) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Nullable List<String>[] best = new List[phrase.length() + 1];
    best[0] = List.of();
    for (int end = 1; end <= phrase.length(); end++) {
      for (int start = Math.max(0, end - longest); start < end; start++) {
        List<String> before = best[start];
        List<String> known = best[end];
        boolean shorter = before != null && (known == null || before.size() + 1 < known.size());
        String word = phrase.substring(start, end);
        if (before != null && shorter && phones.containsKey(word)) {
          List<String> words = new ArrayList<>(before);
          words.add(word);
          best[end] = words;
        }
      }
    }
    return best;
  }
}
