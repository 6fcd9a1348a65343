package io.heyue.core.dialogue;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that are named by their number alone, such as a pay day: 15, 15号, the 15th. */
final class DayOfMonth {
  private static final Pattern BARE =
      Pattern.compile("(?i)(the )?\\d{1,2}\\s*(st|nd|rd|th|日|号|號)?|[一二三四五六七八九十廿卅]{1,3}[日号號]?");
  private static final Pattern BY_MONTH_DAY = Pattern.compile("BYMONTHDAY=(\\d+)");

  private DayOfMonth() {}

  /** The first day of the month that was named. */
  static Optional<Integer> named(Understanding heard) {
    for (Entity entity : heard.entities()) {
      switch (entity.value()) {
        case Value.Date date when date.grain() == Grain.DAY -> {
          return Optional.of(date.date().getDayOfMonth());
        }
        case Value.Numeral number when is(number.number()) -> {
          return Optional.of(number.number().intValue());
        }
        case Value.Ordinal ordinal when ordinal.position() >= 1 && ordinal.position() <= 31 -> {
          return Optional.of((int) ordinal.position());
        }
        case Value.Recurrence rule -> {
          Matcher match = BY_MONTH_DAY.matcher(rule.rrule());
          if (match.find()) {
            return Optional.of(Integer.parseInt(match.group(1)));
          }
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /** The first day that was named together with its month or week: 下个月15号, next Friday. */
  static Optional<LocalDate> withItsMonth(Understanding heard) {
    for (Entity entity : heard.entities()) {
      if (entity.value() instanceof Value.Date date && date.grain() == Grain.DAY) {
        return bare(entity.text()) ? Optional.empty() : Optional.of(date.date());
      }
    }
    return Optional.empty();
  }

  /** Whether words name a day by its number alone. */
  static boolean bare(String words) {
    return BARE.matcher(words.strip()).matches();
  }

  static boolean is(BigDecimal number) {
    return number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(31)) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  /** The first such day that is not before {@code from}. */
  static LocalDate next(int dayOfMonth, LocalDate from) {
    LocalDate candidate = in(from, dayOfMonth);
    return candidate.isBefore(from) ? in(from.plusMonths(1), dayOfMonth) : candidate;
  }

  /** The given day of that month, or its last where it is shorter. */
  static LocalDate in(LocalDate month, int dayOfMonth) {
    return month.withDayOfMonth(Math.min(dayOfMonth, month.lengthOfMonth()));
  }
}
