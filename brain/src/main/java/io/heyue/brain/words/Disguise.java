package io.heyue.brain.words;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.words.WordTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes sentences as people write who hide something, or who type in haste: other characters of
 * the same sound, spelt syllables, marks between characters, initials, look-alikes. What the tables
 * can bring back is brought back before anybody learns from it; the rest is to be met in training.
 */
final class Disguise {
  private static final String MARKS = "*·.-_/~ 、";
  private static final int LONGEST_RUN = 5;

  private final WordTables tables;
  private final Map<String, List<Character>> sounds = new TreeMap<>();
  private final Map<Character, List<Character>> looks = new HashMap<>();
  private final Rng rng;

  Disguise(WordTables tables, Rng rng) {
    this.tables = tables;
    this.rng = rng;
    new TreeMap<>(tables.readings())
        .forEach((character, readings) ->
            readings.forEach(reading ->
                sounds.computeIfAbsent(toneless(reading), _ -> new ArrayList<>()).add(character)));
    new TreeMap<>(tables.lookAlikes())
        .forEach((like, character) ->
            looks.computeIfAbsent(character, _ -> new ArrayList<>()).add(like));
    new TreeMap<>(tables.simplified())
        .forEach((traditional, character) ->
            looks.computeIfAbsent(character, _ -> new ArrayList<>()).add(traditional));
  }

  /** As somebody writes who hides what is said. */
  String hidden(String text, Lang lang) {
    return switch (lang) {
      case ZH ->
          switch (rng.nextInt(6)) {
            case 0 -> misheard(text, 3);
            case 1 -> spelt(text, false);
            case 2 -> spelt(text, true);
            case 3 -> torn(text);
            default -> alike(text);
          };
      case EN -> rng.nextInt(2) == 0 ? torn(text) : lettered(text);
    };
  }

  /** As somebody types who is in haste: now and then a wrong character of the same sound. */
  String hasty(String text, Lang lang) {
    return lang == Lang.ZH ? misheard(text, 1) : text.toLowerCase(Locale.ROOT);
  }

  private String misheard(String text, int most) {
    StringBuilder written = new StringBuilder(text);
    for (int place : places(text, 1 + rng.nextInt(most))) {
      List<Character> others = sounds.getOrDefault(sound(text.charAt(place)), List.of());
      if (!others.isEmpty()) {
        written.setCharAt(place, others.get(rng.nextInt(others.size())));
      }
    }
    return written.toString();
  }

  /** A run of characters by their syllables, or by the first letters of these. */
  private String spelt(String text, boolean initials) {
    int length = 1 + rng.nextInt(3);
    int start = rng.nextInt(Math.max(1, text.length() - length));
    int end = Math.min(text.length(), start + length);
    String run =
        IntStream.range(start, end)
            .mapToObj(at -> {
              String sound = sound(text.charAt(at));
              return sound.isEmpty()
                  ? text.substring(at, at + 1)
                  : initials ? sound.substring(0, 1) : sound;
            })
            .collect(Collectors.joining());
    return text.substring(0, start) + run + text.substring(end);
  }

  /** Marks between the characters of a run, or of all. */
  private String torn(String text) {
    String mark = String.valueOf(MARKS.charAt(rng.nextInt(MARKS.length())));
    boolean whole = rng.nextInt(3) == 0;
    int start = whole ? 0 : rng.nextInt(Math.max(1, text.length() - 2));
    int end = whole ? text.length() : Math.min(text.length(), start + 2 + rng.nextInt(LONGEST_RUN));
    return text.substring(0, start)
        + String.join(mark, text.substring(start, end).split("", -1))
        + text.substring(end);
  }

  private String alike(String text) {
    StringBuilder written = new StringBuilder(text);
    int one = 1 + rng.nextInt(3);
    for (int at = 0; at < text.length(); at++) {
      List<Character> likes = looks.getOrDefault(text.charAt(at), List.of());
      if (!likes.isEmpty() && rng.nextInt(one) == 0) {
        written.setCharAt(at, likes.get(rng.nextInt(likes.size())));
      }
    }
    return written.toString();
  }

  /** Letters of one word by signs that look like them. */
  private String lettered(String text) {
    String[] words = text.split(" ", -1);
    int chosen = rng.nextInt(words.length);
    StringBuilder word = new StringBuilder();
    for (char letter : words[chosen].toCharArray()) {
      String signs = tables.letters().getOrDefault(Character.toLowerCase(letter), "");
      boolean signed = !signs.isEmpty() && rng.nextInt(3) > 0;
      word.append(signed ? signs.charAt(rng.nextInt(signs.length())) : letter);
    }
    words[chosen] = word.toString();
    return String.join(" ", words);
  }

  private List<Integer> places(String text, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> rng.nextInt(Math.max(1, text.length())))
        .filter(place -> place < text.length())
        .toList();
  }

  /** The syllable of a character, without its tone; empty where it has none. */
  private String sound(char character) {
    List<String> readings = tables.readings().getOrDefault(character, List.of());
    return readings.isEmpty() ? "" : toneless(readings.getFirst());
  }

  private static String toneless(String reading) {
    return reading.substring(0, reading.length() - 1);
  }
}
