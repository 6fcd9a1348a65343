package io.heyue.voice.speech;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures in English words. */
final class EnglishFigures {
  private static final List<String> SMALL =
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
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final List<String> GROUPS = List.of("", "thousand", "million", "billion");

  private static final Map<String, String> ORDINALS =
      Map.of(
          "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth",
          "nine", "ninth", "twelve", "twelfth");

  private EnglishFigures() {}

  /** One by one, as a telephone number is said. */
  static String oneByOne(String figures) {
    return String.join(" ", figures.chars().mapToObj(figure -> SMALL.get(figure - '0')).toList());
  }

  /**
   * A number as it is counted, with “and” before the last two figures.
   *
   * @param figures at most twelve; of more they are said one by one
   */
  static String cardinal(String figures) {
    if (figures.length() > 12) {
      return oneByOne(figures);
    }
    long left = new BigInteger(figures).longValueExact();
    if (left == 0) {
      return SMALL.getFirst();
    }
    List<String> said = new ArrayList<>();
    for (int group = 0; left > 0; group++, left /= 1_000) {
      int part = (int) (left % 1_000);
      if (part > 0) {
        boolean last = group == 0 && left >= 1_000 && part < 100;
        String words = (last ? "and " : "") + group(part);
        said.addFirst(group == 0 ? words : words + " " + GROUPS.get(group));
      }
    }
    return String.join(" ", said);
  }

  private static String group(int part) {
    int rest = part % 100;
    String hundreds = part < 100 ? "" : SMALL.get(part / 100) + " hundred";
    if (rest == 0) {
      return hundreds;
    }
    return (hundreds.isEmpty() ? "" : hundreds + " and ") + pair(rest);
  }

  private static String pair(int number) {
    if (number < 20) {
      return SMALL.get(number);
    }
    return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + SMALL.get(number % 10));
  }

  /** The day of a month: first to thirty-first. */
  static String ordinal(int number) {
    String words = pair(number);
    int cut = words.lastIndexOf('-') + 1;
    String last = words.substring(cut);
    String ordinal =
        ORDINALS.getOrDefault(
            last, last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th");
    return words.substring(0, cut) + ordinal;
  }

  /** 2026 is twenty twenty-six, 2005 two thousand and five. */
  static String year(int year) {
    int rest = year % 100;
    if (rest < 10) {
      return year % 1_000 < 10
          ? cardinal(Integer.toString(year))
          : pair(year / 100) + " hundred" + (rest == 0 ? "" : " and " + pair(rest));
    }
    return pair(year / 100) + " " + pair(rest);
  }
}
