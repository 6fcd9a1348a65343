package io.heyue.store.intake;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Sums and rates as files write them. */
final class Sums {
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,17}(\\.\\d{1,9})?|-?\\.\\d{1,9}");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d{1,9})?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Sums() {}

  /** A sum of 0 or more in the currency's smallest unit: {@code 3,280.50}, {@code ￥3280.5元}. */
  static long minor(Column column, String text, Currency currency) {
    BigDecimal value = decimal(column, unadorned(text), Reason.NOT_A_SUM);
    if (value.signum() < 0) {
      throw new BadCell(column, Reason.NEGATIVE_SUM);
    }
    BigDecimal minor =
        value.movePointRight(currency.getDefaultFractionDigits()).stripTrailingZeros();
    if (minor.scale() > 0) {
      throw new BadCell(column, Reason.SUM_TOO_FINE);
    }
    if (minor.precision() - minor.scale() > 15) {
      throw new BadCell(column, Reason.SUM_TOO_LARGE);
    }
    return minor.longValueExact();
  }

  /**
   * A rate a year in millionths. With a percent sign, in the cell or in the header, it is percent;
   * else a value up to 1 is a fraction and one above is percent.
   */
  static long millionths(Column column, String text, boolean headerSaysPercent) {
    boolean percent = headerSaysPercent || text.endsWith("%");
    String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    BigDecimal value = decimal(column, bare, Reason.NOT_A_RATE);
    if (value.signum() < 0) {
      throw new BadCell(column, Reason.NOT_A_RATE);
    }
    boolean fraction = !percent && value.compareTo(BigDecimal.ONE) <= 0;
    BigDecimal perYear = fraction ? value : value.divide(HUNDRED);
    if (perYear.compareTo(BigDecimal.TEN) > 0) {
      throw new BadCell(column, Reason.RATE_TOO_HIGH);
    }
    return perYear.movePointRight(6).longValue();
  }

  private static BigDecimal decimal(Column column, String text, Reason otherwise) {
    if (PLAIN.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (GROUPED.matcher(text).matches()) {
      return new BigDecimal(text.replace(",", ""));
    }
    throw new BadCell(column, otherwise);
  }

  private static String unadorned(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && "¥￥$£€ ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "元 ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
