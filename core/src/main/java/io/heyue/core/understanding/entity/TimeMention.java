package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Turns a time that was read into the value that reports carry. */
final class TimeMention {
  private TimeMention() {}

  static Value value(Found found, ZoneId zone) {
    Stretch stretch = found.stretch();
    LocalDateTime from = stretch.from();
    LocalDateTime to = stretch.to();
    if (from != null && to != null && isPoint(from, to, stretch.grain())) {
      return found.dated()
          ? new Value.DateTime(from.atZone(zone), stretch.grain())
          : new Value.Time(from.toLocalTime(), stretch.grain());
    }
    if (stretch.grain().compareTo(Grain.DAY) <= 0 || isWholeDays(from, to)) {
      LocalDate first = from == null ? null : from.toLocalDate();
      LocalDate last = to == null ? null : to.toLocalDate();
      return days(first, last, stretch.grain());
    }
    return new Value.DateTimeRange(zoned(from, zone), zoned(to, zone), stretch.grain());
  }

  private static Value days(@Nullable LocalDate first, @Nullable LocalDate last, Grain grain) {
    if (first != null && first.equals(last)) {
      return new Value.Date(first, Grain.DAY);
    }
    if (first != null && last != null) {
      YearMonth month = YearMonth.from(first);
      if (grain == Grain.MONTH
          && first.equals(month.atDay(1))
          && last.equals(month.atEndOfMonth())) {
        return new Value.Date(first, Grain.MONTH);
      }
      if (grain == Grain.YEAR
          && first.getDayOfYear() == 1
          && last.equals(first.plusYears(1).minusDays(1))) {
        return new Value.Date(first, Grain.YEAR);
      }
    }
    return new Value.DateRange(first, last, grain);
  }

  private static boolean isPoint(LocalDateTime from, LocalDateTime to, Grain grain) {
    return grain.compareTo(Grain.DAY) > 0
        && Stretch.clock(from, grain).to() != null
        && to.equals(Stretch.clock(from, grain).to());
  }

  private static boolean isWholeDays(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
    boolean begins = from == null || from.toLocalTime().toSecondOfDay() == 0;
    boolean ends = to == null || to.toLocalTime().toSecondOfDay() == 86_399;
    return begins && ends;
  }

  private static @Nullable ZonedDateTime zoned(@Nullable LocalDateTime local, ZoneId zone) {
    return local == null ? null : local.atZone(zone);
  }

  static EntityType type(Value value) {
    return switch (value) {
      case Value.Date ignored -> EntityType.DATE;
      case Value.Time ignored -> EntityType.TIME;
      case Value.DateTime ignored -> EntityType.DATETIME;
      case Value.DateRange ignored -> EntityType.DATE_RANGE;
      case Value.DateTimeRange ignored -> EntityType.DATETIME_RANGE;
      case Value.Length ignored -> EntityType.DURATION;
      case Value.Recurrence ignored -> EntityType.RECURRENCE;
      case Value.Sum ignored -> EntityType.MONEY;
      case Value.Share ignored -> EntityType.MONEY;
      case Value.Numeral ignored -> EntityType.NUMBER;
      case Value.Percent ignored -> EntityType.PERCENT;
      case Value.Ordinal ignored -> EntityType.ORDINAL;
      case Value.Phone ignored -> EntityType.PHONE;
      case Value.IdCard ignored -> EntityType.ID_CARD;
      case Value.BankCard ignored -> EntityType.BANK_CARD;
      case Value.Relation ignored -> EntityType.RELATION;
      case Value.PaymentEvent ignored -> EntityType.PAYMENT_EVENT;
      case Value.Instalments ignored -> EntityType.INSTALMENTS;
      case Value.ChannelName ignored -> EntityType.CHANNEL;
    };
  }
}
