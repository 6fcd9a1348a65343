package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums in English: $200, 200 dollars, two grand, 1.5k, fifty bucks, $200 to $300, 20 dollars 50.
 */
final class EnglishMoney implements Recogniser {
  private static final String[] UNITS = {
    "us dollars",
    "dollars",
    "dollar",
    "bucks",
    "buck",
    "usd",
    "pounds",
    "pound",
    "quid",
    "gbp",
    "euros",
    "euro",
    "eur",
    "yuan",
    "rmb",
    "renminbi",
    "kuai",
    "cny",
    "hong kong dollars",
    "hkd",
    "yen",
    "jpy"
  };
  private static final String[] CODES = {
    "USD", "", "", "", "", "USD", "GBP", "GBP", "GBP", "GBP", "EUR", "EUR", "EUR", "CNY", "CNY",
    "CNY", "CNY", "CNY", "HKD", "HKD", "JPY", "JPY"
  };
  private static final String[] COUNTED = {
    "people",
    "times",
    "days",
    "day",
    "weeks",
    "week",
    "months",
    "month",
    "years",
    "year",
    "hours",
    "hour",
    "minutes",
    "minute",
    "instalments",
    "installments",
    "payments",
    "percent",
    "%",
    "st",
    "nd",
    "rd",
    "th",
    "am",
    "pm",
    "o'clock",
    "calls",
    "letters",
    "accounts",
    "cards",
    "kids",
    "children",
    "per cent",
    "miles",
    "a.m",
    "p.m",
    "seconds",
    "business",
    "working",
    "or so days"
  };
  private static final String[] PAYING = {
    "pay",
    "paid",
    "send",
    "sent",
    "afford",
    "transfer",
    "transferred",
    "manage",
    "put down",
    "do",
    "give you",
    "owe",
    "scrape together",
    "borrow",
    "spare",
    "deposit",
    "offer",
    "paying",
    "like",
    "minimum of",
    "balance of",
    "balance is",
    "balance was",
    "only have",
    "about",
    "amount of",
    "make it",
    "put"
  };

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    CurrencyName before = CurrencyName.takeBefore(cursor);
    if (before != null) {
      cursor.space();
    }
    Count first = spoken(cursor, EnglishNumber.read(cursor), scene, start);
    if (first == null) {
      return null;
    }
    Currency usual = before == null ? scene.currency() : before.or(scene.currency());
    Part part = unit(cursor, first, usual);
    part = range(cursor, first, part, usual);
    boolean vague = EnglishVague.around(scene, start, cursor);
    if (part.named || before != null) {
      return Sums.mention(part.count, part.currency, start, cursor.at(), vague, 0.97);
    }
    double confidence = plain(scene, start, cursor, part.count);
    Mention sum =
        confidence == 0
            ? null
            : Sums.mention(part.count, part.currency, start, cursor.at(), vague, confidence);
    return sum == null || confidence > 0.8
        ? sum
        : new Mention(
            EntityType.MONEY,
            start,
            sum.end(),
            sum.value(),
            List.of(new Value.Numeral(first.low())),
            sum.vague(),
            confidence);
  }

  /** Three fifty is 350 where somebody pays; elsewhere it may be a time. */
  private static @Nullable Count spoken(
      Cursor cursor, @Nullable Count hundreds, Scene scene, int start) {
    if (hundreds == null
        || hundreds.form() != Count.Form.DIGIT
        || !hundreds.within(1, 12)
        || !followsPaying(scene.text(), start)) {
      return hundreds;
    }
    int end = cursor.at();
    cursor.space();
    Count rest = Cursor.isLetter(cursor.here()) ? EnglishNumber.read(cursor) : null;
    if (rest == null || !rest.within(20, 99)) {
      cursor.back(end);
      return hundreds;
    }
    Count whole = hundreds.times(BigDecimal.valueOf(100));
    BigDecimal sum = whole.low().add(rest.low());
    return new Count(sum, sum, false, Count.Form.UNITS, BigDecimal.ONE, BigDecimal.ONE);
  }

  private record Part(Count count, Currency currency, boolean named) {}

  private static Part unit(Cursor cursor, Count count, Currency usual) {
    int end = cursor.at();
    cursor.space();
    int cents = EnglishNumber.word(cursor, "cents", "cent", "pence");
    if (cents >= 0) {
      return new Part(count.times(new BigDecimal("0.01")), usual, true);
    }
    int which = EnglishNumber.word(cursor, UNITS);
    if (which < 0) {
      cursor.back(end);
      return new Part(count, usual, false);
    }
    Currency currency = CODES[which].isEmpty() ? usual(usual) : Currency.getInstance(CODES[which]);
    return new Part(withCents(cursor, count), currency, true);
  }

  /** "Dollars" where the usual currency is not one are American. */
  private static Currency usual(Currency usual) {
    boolean dollar = usual.getCurrencyCode().endsWith("D");
    return dollar ? usual : Currency.getInstance("USD");
  }

  private static Count withCents(Cursor cursor, Count whole) {
    int end = cursor.at();
    cursor.takeAny(" and ", " ");
    Count cents = EnglishNumber.read(cursor);
    if (cents != null && cents.within(1, 99)) {
      cursor.space();
      if (EnglishNumber.word(cursor, "cents", "cent", "pence") >= 0) {
        return new Count(
            whole.low().add(cents.low().movePointLeft(2)),
            whole.high().add(cents.low().movePointLeft(2)),
            whole.vague(),
            whole.form(),
            BigDecimal.ONE,
            BigDecimal.ONE);
      }
    }
    cursor.back(end);
    return whole;
  }

  private static Part range(Cursor cursor, Count first, Part part, Currency usual) {
    int end = cursor.at();
    if (cursor.takeAny(" to ", " or ", "-", " - ", " and ")) {
      boolean and = cursor.text().startsWith(" and ", end);
      boolean between = and && cursor.text().lastIndexOf("between ", end) >= Math.max(0, end - 40);
      CurrencyName sign = CurrencyName.takeBefore(cursor);
      Count second = !and || between ? EnglishNumber.read(cursor) : null;
      if (second != null && first.low().compareTo(second.high()) < 0) {
        Part last = unit(cursor, second, sign == null ? usual : sign.or(usual));
        return new Part(
            first.upTo(last.count), last.currency, part.named || last.named || sign != null);
      }
    }
    cursor.back(end);
    return part;
  }

  private static double plain(Scene scene, int start, Cursor cursor, Count count) {
    char previous = scene.before(start, 1);
    boolean joined = previous != 0 && "/-:.#".indexOf(previous) >= 0;
    if (joined || Cursor.isWordPart(previous) || cursor.seesOneOf("/:%-")) {
      return 0;
    }
    int end = cursor.at();
    cursor.takeAny(" ", "-");
    boolean counted = EnglishNumber.word(cursor, COUNTED) >= 0;
    cursor.back(end);
    if (counted || (count.form() != Count.Form.WESTERN && Cursor.isLetter(cursor.here()))) {
      return 0;
    }
    boolean large = count.low().compareTo(BigDecimal.valueOf(100)) >= 0;
    if (count.form() == Count.Form.UNITS) {
      return large ? 0.9 : 0;
    }
    boolean fits = count.low().precision() - count.low().scale() <= 8 && count.low().scale() <= 2;
    boolean ten = count.low().compareTo(BigDecimal.TEN) >= 0;
    if (!fits || !ten || Cursor.isLetter(cursor.here())) {
      return 0;
    }
    boolean each =
        cursor.seesAny(
            " a month",
            " a week",
            " per month",
            " every ",
            " each ",
            " monthly",
            " weekly",
            " per week",
            " this month",
            " next month",
            " this week",
            " next week",
            " today",
            " tomorrow",
            " now");
    if (each || followsPaying(scene.text(), start)) {
      return 0.85;
    }
    return large && count.form() == Count.Form.WESTERN && scene.isAlone(start, cursor.at())
        ? 0.6
        : 0;
  }

  private static boolean followsPaying(String text, int start) {
    String before = text.substring(Math.max(0, start - 24), start).stripTrailing();
    int clause = Math.max(before.lastIndexOf(','), before.lastIndexOf('.'));
    String near = " " + before.substring(clause + 1) + " ";
    for (String word : PAYING) {
      if (near.contains(" " + word + " ")) {
        return true;
      }
    }
    return false;
  }
}
