package io.heyue.voice.speech;

import io.heyue.voice.speech.SpokenRules.Rule;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** How English says what is written in figures. */
final class SpokenEnglish {
  /**
   * Names of money.
   *
   * @param coins of which a hundred are one of it; empty where there are none
   */
  private record Coin(String one, String many, String coin, String coins) {}

  private static final Map<String, Coin> MONEY =
      Map.of(
          "CNY", new Coin("yuan", "yuan", "fen", "fen"),
          "USD", new Coin("dollar", "dollars", "cent", "cents"),
          "HKD", new Coin("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
          "SGD", new Coin("Singapore dollar", "Singapore dollars", "cent", "cents"),
          "EUR", new Coin("euro", "euros", "cent", "cents"),
          "GBP", new Coin("pound", "pounds", "penny", "pence"),
          "INR", new Coin("rupee", "rupees", "paisa", "paise"),
          "JPY", new Coin("yen", "yen", "", ""));

  private static final String WHOLE = "(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,12})";
  private static final String NOT_INSIDE = "(?<![\\w.,])";
  private static final String MONTHS =
      "January|February|March|April|May|June|July|August|September|October|November|December";

  static final SpokenRules RULES =
      new SpokenRules(
          List.of(
              Rule.of(
                  "(?<![A-Za-z])[a-z][a-z0-9-]{0,40}(?:\\.[a-z0-9-]{2,40}){1,5}(?:/[\\w-]{0,40}){0,5}",
                  found -> found.group().replace(".", " dot ").replace("/", " slash ")),
              Rule.of("(?<=\\d)\\s?[-–]\\s?(?=\\d)", _ -> " to "),
              Rule.of(
                  NOT_INSIDE
                      + "("
                      + String.join("|", MONEY.keySet().stream().sorted().toList())
                      + ") "
                      + WHOLE
                      + "(?:\\.(\\d{2}))?(?![\\d])",
                  SpokenEnglish::money),
              Rule.of(
                  NOT_INSIDE + "([0-3]?\\d) (" + MONTHS + ")(?: (\\d{4}))?(?!\\d)",
                  SpokenEnglish::day),
              Rule.of(NOT_INSIDE + "([01]?\\d|2[0-3]):([0-5]\\d)(?!\\d)", SpokenEnglish::time),
              Rule.of(
                  "\\b(ending|code|number|hotline|call) (\\d{3,20})",
                  found -> found.group(1) + " " + EnglishFigures.oneByOne(found.group(2))),
              Rule.of(
                  NOT_INSIDE + WHOLE + "(?:\\.(\\d{1,6}))?%", found -> decimal(found) + " percent"),
              Rule.of(
                  NOT_INSIDE + "(0\\d{1,19}+|\\d{5,20}+)(?!\\w|[.,]\\d)",
                  found -> EnglishFigures.oneByOne(found.group(1))),
              Rule.of(NOT_INSIDE + WHOLE + "(?:\\.(\\d{1,6}))?(?![\\w])", SpokenEnglish::decimal)));

  private SpokenEnglish() {}

  private static String decimal(MatchResult found) {
    String parts = found.group(2) == null ? "" : found.group(2);
    String whole = EnglishFigures.cardinal(found.group(1).replace(",", ""));
    return parts.isEmpty() ? whole : whole + " point " + EnglishFigures.oneByOne(parts);
  }

  private static String money(MatchResult found) {
    Coin coin = MONEY.getOrDefault(found.group(1), new Coin("", "", "", ""));
    String whole = EnglishFigures.cardinal(found.group(2).replace(",", ""));
    String parts = found.group(3) == null ? "00" : found.group(3);
    String sum = whole + " " + (whole.equals("one") ? coin.one() : coin.many());
    if (parts.equals("00")) {
      return sum;
    }
    String coins = EnglishFigures.cardinal(parts);
    String small = coins + " " + (coins.equals("one") ? coin.coin() : coin.coins());
    return whole.equals("zero") ? small : sum + " and " + small;
  }

  private static String day(MatchResult found) {
    int number = Integer.parseInt(found.group(1));
    if (number < 1 || number > 31) {
      return found.group();
    }
    String year =
        found.group(3) == null ? "" : " " + EnglishFigures.year(Integer.parseInt(found.group(3)));
    return "the " + EnglishFigures.ordinal(number) + " of " + found.group(2) + year;
  }

  private static String time(MatchResult found) {
    int hour = Integer.parseInt(found.group(1));
    int minute = Integer.parseInt(found.group(2));
    String past =
        minute == 0
            ? ""
            : (minute < 10 ? " oh " : " ") + EnglishFigures.cardinal(Integer.toString(minute));
    String said = EnglishFigures.cardinal(Integer.toString(hour % 12 == 0 ? 12 : hour % 12));
    return said + past + (hour < 12 ? " a.m." : " p.m.");
  }
}
