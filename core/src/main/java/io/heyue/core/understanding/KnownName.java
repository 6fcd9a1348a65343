package io.heyue.core.understanding;

import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a name that is known, however much of it is said: without the surname, in parts, in small
 * letters, in traditional characters.
 */
public final class KnownName {
  /** Shorter parts are initials, which are letters of every word. */
  private static final int SHORTEST = 2;

  /** A Chinese given name has two characters or one; one alone is a word as well. */
  private static final int GIVEN = 2;

  private static final int LONGEST_CHINESE = 4;

  /** Where a name of several parts is parted; those of China's west have a dot between. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s·•・‧]+");

  /** Not within a word of the same script; Chinese may stand close to it on either side. */
  private static final String BEGIN = "(?<![\\p{L}&&[^\\p{IsHan}]])";

  private static final String END = "(?![\\p{L}&&[^\\p{IsHan}]])";

  /** Parts of names that are words, too, unless they are written as a name is. */
  private static final Set<String> WORDS =
      Set.of(
          "am", "an", "as", "at", "be", "by", "do", "go", "he", "hi", "if", "in", "is", "it", "me",
          "my", "no", "of", "oh", "ok", "on", "or", "so", "to", "up", "us", "we");

  private KnownName() {}

  /**
   * Where {@code name} stands; a Chinese one also without its surname, one of several parts also in
   * parts.
   */
  static List<Span> find(String text, String name) {
    List<Span> found = new ArrayList<>();
    if (name.isBlank()) {
      return found;
    }
    String plain = Simplified.of(text);
    String known = Simplified.of(name.strip());
    whole(plain, known, found);
    for (String part : BETWEEN.split(known, -1)) {
      part(plain, part, found);
    }
    return found;
  }

  /**
   * Where {@code name} stands as somebody says it of themselves: whole, or the given name; never
   * the surname, which a family shares, and no part of a longer word. A Chinese given name of one
   * character is a word as well, and no name.
   */
  public static List<Span> own(String text, String name) {
    List<Span> found = new ArrayList<>();
    String plain = Simplified.of(text);
    String known = Simplified.of(name.strip());
    if (known.length() < SHORTEST) {
      return found;
    }
    whole(plain, known, found);
    if (found.isEmpty()) {
      given(known).ifPresent(given -> whole(plain, given, found));
    }
    return found;
  }

  private static Optional<String> given(String known) {
    if (isChinese(known)) {
      return known.length() > GIVEN && known.length() <= LONGEST_CHINESE
          ? Optional.of(known.substring(known.length() - GIVEN))
          : Optional.empty();
    }
    return Optional.of(BETWEEN.split(known, 2)[0])
        .filter(first -> first.length() >= SHORTEST)
        .filter(first -> !WORDS.contains(first.toLowerCase(Locale.ROOT)));
  }

  private static void part(String text, String part, List<Span> found) {
    int length = part.length();
    if (length < SHORTEST) {
      return;
    }
    if (isChinese(part)) {
      whole(text, part, found);
      if (length > GIVEN && length <= LONGEST_CHINESE) {
        find(text, part.substring(length - GIVEN), found);
      }
    } else if (WORDS.contains(part.toLowerCase(Locale.ROOT))) {
      each(Pattern.compile(BEGIN + Pattern.quote(part) + END).matcher(text), found);
    } else {
      whole(text, part, found);
    }
  }

  /** Chinese has no word within a word; letters have. */
  private static void whole(String text, String name, List<Span> found) {
    String quoted = Pattern.quote(name);
    find(text, isChinese(name) ? quoted : BEGIN + quoted + END, found);
  }

  private static boolean isChinese(String name) {
    return name.codePoints().allMatch(Character::isIdeographic);
  }

  private static void find(String text, String pattern, List<Span> found) {
    each(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text),
        found);
  }

  private static void each(Matcher matcher, List<Span> found) {
    while (matcher.find()) {
      found.add(Span.of(matcher.start(), matcher.end()));
    }
  }
}
