package io.heyue.brain.encoder;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import java.time.LocalDate;
import java.time.YearMonth;

/** Tells whether a time lies behind: nobody promises to pay last month. */
final class Passed {
  private Passed() {}

  /** Whether all readings of {@code time} end before {@code today}. */
  static boolean is(Entity time, LocalDate today) {
    return is(time.value(), today)
        && time.alternatives().stream().allMatch(other -> is(other, today));
  }

  private static boolean is(Value value, LocalDate today) {
    return switch (value) {
      case Value.Date date -> last(date.date(), date.grain()).isBefore(today);
      case Value.DateTime instant -> instant.instant().toLocalDate().isBefore(today);
      case Value.DateRange range -> range.to() != null && range.to().isBefore(today);
      case Value.DateTimeRange range ->
          range.to() != null && range.to().toLocalDate().isBefore(today);
      case Value.Sum _,
          Value.Share _,
          Value.Numeral _,
          Value.Percent _,
          Value.Ordinal _,
          Value.Time _,
          Value.Length _,
          Value.Recurrence _,
          Value.Phone _,
          Value.IdCard _,
          Value.BankCard _,
          Value.Relation _,
          Value.PaymentEvent _,
          Value.Instalments _,
          Value.ChannelName _ ->
          false;
    };
  }

  private static LocalDate last(LocalDate first, Grain grain) {
    return switch (grain) {
      case YEAR -> first.plusYears(1).minusDays(1);
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case WEEK -> first.plusDays(6);
      case DAY, HOUR, MINUTE, SECOND -> first;
    };
  }
}
