package io.heyue.voice.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places in it, such as "您应还{sum}。". Immutable and thread-safe.
 *
 * @param fixed what stands before, between and behind the places, one more than these; empty where
 *     a place stands first or last
 */
record Template(List<String> fixed) {
  /** What a place may hold at most, in characters. */
  private static final int MOST = 80;

  private static final Pattern PLACE = Pattern.compile("\\{[a-z][a-z0-9_]{0,30}\\}");
  private static final Pattern SENTENCE = Pattern.compile("[。！？!?；;\\n]");

  Template {
    fixed = List.copyOf(fixed);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what is wrong about it, to be put behind its file and
   *     line
   */
  static Template parse(String text) {
    List<String> fixed = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      fixed.add(text.substring(from, place.start()));
      from = place.end();
    }
    fixed.add(text.substring(from));
    for (int at = 0; at < fixed.size(); at++) {
      String each = fixed.get(at);
      if (each.contains("{") || each.contains("}")) {
        throw new IllegalArgumentException("It has a brace too many. Maybe a place is as {sum}.");
      }
      if (each.isBlank() && at > 0 && at < fixed.size() - 1) {
        throw new IllegalArgumentException(
            "Two places stand side by side. Maybe put words between them.");
      }
    }
    if (fixed.stream().noneMatch(each -> each.codePoints().anyMatch(Character::isLetterOrDigit))) {
      throw new IllegalArgumentException("It has no words of its own. Maybe leave it out.");
    }
    return new Template(fixed);
  }

  /** Characters that are fixed. */
  int length() {
    return fixed.stream().mapToInt(String::length).sum();
  }

  /**
   * What stands in the places, if the words are of this template; in linear time: where fixed words
   * can be found at all between the first and the last, they are found leftmost.
   */
  Optional<List<String>> match(String words) {
    if (fixed.size() == 1) {
      return words.equals(fixed.getFirst()) ? Optional.of(List.of()) : Optional.empty();
    }
    String first = fixed.getFirst();
    String last = fixed.getLast();
    int end = words.length() - last.length();
    if (!words.startsWith(first) || !words.endsWith(last) || end <= first.length()) {
      return Optional.empty();
    }
    List<String> places = new ArrayList<>();
    int from = first.length();
    for (String each : fixed.subList(1, fixed.size() - 1)) {
      int at = words.indexOf(each, from + 1);
      if (at < 0 || at + each.length() >= end) {
        return Optional.empty();
      }
      places.add(words.substring(from, at));
      from = at + each.length();
    }
    places.add(words.substring(from, end));
    boolean said = places.stream().allMatch(Template::mayStand);
    return said ? Optional.of(places) : Optional.empty();
  }

  private static boolean mayStand(String words) {
    return words.length() <= MOST
        && words.codePoints().anyMatch(Character::isLetterOrDigit)
        && !SENTENCE.matcher(words).find();
  }
}
