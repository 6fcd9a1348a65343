package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number in English words or digits: two thousand three hundred, twenty-three hundred,
 * 1.5k, two grand, a couple of, two and a half thousand.
 */
final class EnglishNumber {
  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final int MOST_WORDS = 16;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private EnglishNumber() {}

  /** The number that stands here; the cursor stays if there is none. */
  static @Nullable Count read(Cursor cursor) {
    int start = cursor.at();
    Count count = Cursor.isDigit(cursor.here()) ? western(cursor) : words(cursor);
    if (count == null) {
      cursor.back(start);
    }
    return count;
  }

  private static @Nullable Count western(Cursor cursor) {
    WesternNumber number = WesternNumber.read(cursor, 40);
    if (number == null) {
      return null;
    }
    Count plain = count(number.value(), Count.Form.WESTERN);
    int end = cursor.at();
    if (cursor.here() == 'k' && !Cursor.isWordPart(cursor.ahead(1))) {
      cursor.take("k");
      return scaled(plain, 1000);
    }
    cursor.space();
    int scale = word(cursor, "thousand", "grand", "hundred", "million", "m");
    if (scale >= 0 && scale < 4) {
      int[] factors = {1000, 1000, 100, 1_000_000};
      return scaled(plain, factors[scale]);
    }
    cursor.back(end);
    return Cursor.isLetter(cursor.here()) && !isUnitLetter(cursor) ? null : plain;
  }

  /** 3pm, 15th, 5d: letters that may stick to digits. */
  private static boolean isUnitLetter(Cursor cursor) {
    return cursor.seesAny(
        "st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "usd", "h", "x", "d", "rmb", "eur",
        "yuan");
  }

  private static Count scaled(Count plain, int factor) {
    return count(plain.low().multiply(BigDecimal.valueOf(factor)), Count.Form.UNITS);
  }

  private static Count count(BigDecimal value, Count.Form form) {
    return new Count(value, value, false, form, BigDecimal.ONE, BigDecimal.ONE);
  }

  private static @Nullable Count words(Cursor cursor) {
    int few =
        word(
            cursor,
            "a couple of",
            "a couple",
            "couple of",
            "couple",
            "a few",
            "several",
            "half a dozen",
            "a dozen");
    if (few >= 0) {
      return few(cursor, few);
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    boolean any = false;
    boolean units = false;
    for (int i = 0; i < MOST_WORDS; i++) {
      int end = cursor.at();
      if (any) {
        joint(cursor);
      }
      int small = small(cursor, any);
      if (small >= 0
          && section.remainder(BigDecimal.valueOf(100)).signum() == 0
          && !(any && !units)) {
        section = section.add(BigDecimal.valueOf(small));
        any = true;
        units = false;
        continue;
      }
      cursor.back(end);
      joint(cursor);
      if (any && word(cursor, "a half", "half") >= 0) {
        section = section.add(HALF);
        continue;
      }
      int scale = any ? word(cursor, "hundred", "thousand", "grand", "million", "k") : -1;
      if (scale < 0) {
        cursor.back(end);
        break;
      }
      units = true;
      if (scale == 0) {
        section = section.multiply(BigDecimal.valueOf(100));
      } else {
        total = total.add(section.multiply(BigDecimal.valueOf(scale == 3 ? 1_000_000 : 1000)));
        section = BigDecimal.ZERO;
      }
    }
    if (!any) {
      return null;
    }
    BigDecimal value = total.add(section);
    boolean large = value.compareTo(BigDecimal.valueOf(100)) >= 0;
    return count(value, large ? Count.Form.UNITS : Count.Form.DIGIT);
  }

  private static void joint(Cursor cursor) {
    cursor.takeAny(" and ", "-", " ");
  }

  /** One number word below a hundred, or "a" before hundred, thousand, grand. */
  private static int small(Cursor cursor, boolean any) {
    int start = cursor.at();
    for (int i = TENS.size() - 1; i >= 0; i--) {
      if (cursor.take(TENS.get(i)) && cursor.wordEnds()) {
        int end = cursor.at();
        if (cursor.takeAny("-", " ")) {
          int one = one(cursor);
          if (one >= 1 && one <= 9) {
            return 20 + i * 10 + one;
          }
        }
        cursor.back(end);
        return 20 + i * 10;
      }
      cursor.back(start);
    }
    if (!any
        && (cursor.sees("a hundred")
            || cursor.sees("a thousand")
            || cursor.sees("a grand")
            || cursor.sees("a million"))) {
      cursor.take("a");
      return 1;
    }
    return one(cursor);
  }

  private static int one(Cursor cursor) {
    int start = cursor.at();
    for (int i = ONES.size() - 1; i >= 0; i--) {
      if (cursor.take(ONES.get(i))) {
        if (cursor.wordEnds()) {
          return i;
        }
        cursor.back(start);
      }
    }
    return -1;
  }

  private static Count few(Cursor cursor, int which) {
    int low = which < 4 ? 2 : which < 6 ? 3 : which == 6 ? 6 : 12;
    int high = which < 4 ? 3 : which < 6 ? 5 : low;
    int end = cursor.at();
    cursor.space();
    int scale = word(cursor, "hundred", "thousand", "grand");
    if (scale < 0) {
      cursor.back(end);
    }
    long factor = scale < 0 ? 1 : scale == 0 ? 100 : 1000;
    return new Count(
        BigDecimal.valueOf(low * factor),
        BigDecimal.valueOf(high * factor),
        true,
        scale < 0 ? Count.Form.DIGIT : Count.Form.UNITS,
        BigDecimal.ONE,
        BigDecimal.ONE);
  }

  /** Takes the first of {@code words} that stands here as a whole word; -1 if none does. */
  static int word(Cursor cursor, String... words) {
    for (int i = 0; i < words.length; i++) {
      int start = cursor.at();
      if (cursor.take(words[i])) {
        if (cursor.wordEnds()) {
          return i;
        }
        cursor.back(start);
      }
    }
    return -1;
  }

  /** An ordinal such as 15th, third, twenty-first; -1 if there is none. */
  static int ordinal(Cursor cursor) {
    int start = cursor.at();
    int digits = cursor.digits(1, 3);
    if (digits > 0 && word(cursor, "st", "nd", "rd", "th") >= 0) {
      return digits;
    }
    cursor.back(start);
    int tens = cursor.choose("twenty-", "twenty ", "thirty-", "thirty ");
    int one =
        word(
            cursor,
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "thirtieth");
    if (one < 0 || (tens >= 0 && one > 8)) {
      cursor.back(start);
      return -1;
    }
    int value = one == 20 ? 30 : one + 1;
    return tens < 0 ? value : (tens < 2 ? 20 : 30) + value;
  }
}
