package io.heyue.brain.book;

import java.util.regex.Pattern;

/**
 * With which flags an expression tells no capital letters from small ones. Most rules are about
 * Chinese words, which have neither; without the flags they are matched several times faster, and
 * alike.
 */
final class Caseless {
  /** Classes and boundaries, whose letters stand for none. */
  private static final Pattern ESCAPES = Pattern.compile("\\\\[bdswBDSW]");

  /** Ranges with no letter between their ends that has a case. */
  private static final Pattern RANGES = Pattern.compile("[0-9]-[0-9]|\\p{IsHan}-\\p{IsHan}");

  private Caseless() {}

  static int flags(String written) {
    String bare = RANGES.matcher(ESCAPES.matcher(written).replaceAll("")).replaceAll("");
    // Of another range it isn't plain what lies in it.
    return bare.indexOf('-') < 0 && bare.codePoints().allMatch(Caseless::has)
        ? 0
        : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }

  /** Whether a character has no other case, and is none of another. */
  static boolean has(int character) {
    return character < 0x80
        ? !Character.isLetter(character)
        : Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
            || Character.getType(character) == Character.OTHER_PUNCTUATION;
  }
}
