package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads Chinese numerals that stand alone. Thread-safe: it has no state. */
public final class ChineseNumerals {
  private ChineseNumerals() {}

  /** How much a numeral may depart from the written norm. */
  public enum Style {
    /** Chinese digits with all their units: 一百一十, 壹拾壹元整. */
    STRICT,
    /** Also as people speak: 两千六, 一百十六, 一七二零. */
    NORMAL,
    /** Also mixed with western digits: 100万三千, 10.1万. */
    SMART
  }

  /**
   * The value of {@code numeral}; 负 or a minus sign makes it negative, and 元, 角, 分, 整 may end it.
   *
   * @return empty if the whole text is not one exact number in this style
   */
  public static Optional<BigDecimal> find(String numeral, Style style) {
    Cursor cursor = new Cursor(NormalText.of(numeral.strip()).normal(), 0);
    boolean negative = cursor.takeAny("负", "-");
    int start = cursor.at();
    Count count = ChineseNumber.read(cursor);
    if (count == null || count.vague() || !isInStyle(cursor, start, count, style)) {
      return Optional.empty();
    }
    BigDecimal value = count.low();
    if (cursor.take("元")) {
      value = value.add(part(cursor, "角", 1)).add(part(cursor, "分", 2));
      cursor.takeAny("整", "正");
    }
    return cursor.ended() ? Optional.of(negative ? value.negate() : value) : Optional.empty();
  }

  /** {@code numeral} digit by digit, zeros kept: 幺八九 is "189". */
  public static Optional<String> findDigits(String numeral) {
    StringBuilder digits = new StringBuilder();
    String normal = NormalText.of(numeral.strip()).normal();
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      int digit = ChineseDigit.anyValue(c);
      if (digit >= 0) {
        digits.append(digit);
      } else if (i == 0 && (c == '负' || c == '-')) {
        digits.append('-');
      } else if ((c == '点' || c == '.') && digits.indexOf(".") < 0) {
        digits.append('.');
      } else {
        return Optional.empty();
      }
    }
    boolean any = digits.chars().anyMatch(Character::isDigit);
    return any ? Optional.of(digits.toString()) : Optional.empty();
  }

  private static BigDecimal part(Cursor cursor, String unit, int places) {
    int start = cursor.at();
    Count count = ChineseNumber.read(cursor);
    if (count == null || !cursor.take(unit)) {
      cursor.back(start);
      return BigDecimal.ZERO;
    }
    return count.low().movePointLeft(places);
  }

  private static boolean isInStyle(Cursor cursor, int start, Count count, Style style) {
    String read = cursor.text().substring(start, cursor.at());
    boolean western = read.chars().anyMatch(c -> c >= '0' && c <= '9');
    return switch (style) {
      case STRICT -> !western && count.form() != Count.Form.ROW && !endsInTenths(read);
      case NORMAL -> !western;
      case SMART -> true;
    };
  }

  private static boolean endsInTenths(String read) {
    int last = read.length() - 1;
    return last >= 1
        && ChineseDigit.value(read.charAt(last)) > 0
        && "百千万亿".indexOf(read.charAt(last - 1)) >= 0;
  }
}
