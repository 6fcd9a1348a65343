package io.heyue.core.reply;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How sums, days and rates are written for people. */
public final class Wording {
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("d MMMM 'at' HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CHINESE_TIME =
      DateTimeFormatter.ofPattern("M月d日H:mm", Locale.CHINA);

  private static final Map<String, String> CHINESE_NAMES =
      Map.of(
          "CNY", "元",
          "USD", "美元",
          "HKD", "港元",
          "EUR", "欧元",
          "GBP", "英镑",
          "JPY", "日元",
          "SGD", "新加坡元",
          "TWD", "新台币",
          "MOP", "澳门元");

  private final Lang lang;

  public Wording(Lang lang) {
    this.lang = lang;
  }

  /** 3,280.50元 or CNY 3,280.50. */
  public String sum(Money money) {
    int places = Math.max(0, money.currency().getDefaultFractionDigits());
    String pattern = places == 0 ? "#,##0" : "#,##0." + "0".repeat(places);
    String number =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(money.decimal());
    String code = money.currency().getCurrencyCode();
    return switch (lang) {
      case ZH -> number + CHINESE_NAMES.getOrDefault(code, code);
      case EN -> code + " " + number;
    };
  }

  /** With the year only where it is another than today's. */
  public String day(LocalDate day, LocalDate today) {
    return switch (lang) {
      case ZH ->
          (day.getYear() == today.getYear() ? "" : day.getYear() + "年")
              + day.getMonthValue()
              + "月"
              + day.getDayOfMonth()
              + "日";
      case EN -> ENGLISH_DAY.format(day);
    };
  }

  String moment(ZonedDateTime when) {
    return switch (lang) {
      case ZH -> CHINESE_TIME.format(when);
      case EN -> ENGLISH_TIME.format(when);
    };
  }

  public String rate(Rate rate) {
    BigDecimal percent =
        rate.perYear().movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return percent.max(BigDecimal.ZERO).toPlainString() + "%";
  }
}
