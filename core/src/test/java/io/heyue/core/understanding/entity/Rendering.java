package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes entities as the rows of our corpora have them: {@code money 两千三 = 2300}. */
final class Rendering {
  private Rendering() {}

  static String of(List<Entity> entities, Currency usual) {
    return entities.stream().map(entity -> of(entity, usual)).collect(Collectors.joining(" | "));
  }

  /** A vague entity has a tilde before its value. */
  private static String of(Entity entity, Currency usual) {
    return entity.type().id()
        + " "
        + entity.text()
        + " = "
        + (entity.approximate() ? "~" : "")
        + of(entity.value(), usual);
  }

  static String of(Value value, Currency usual) {
    return switch (value) {
      case Value.Sum(Money money) ->
          plain(money.decimal())
              + (money.currency().equals(usual) ? "" : " " + money.currency().getCurrencyCode());
      case Value.Share(Value.ShareOf of, BigDecimal fraction) ->
          of.name().toLowerCase(java.util.Locale.ROOT) + " * " + plain(fraction);
      case Value.Numeral(BigDecimal number) -> plain(number);
      case Value.Percent(BigDecimal fraction) -> plain(fraction);
      case Value.Ordinal(long position) -> Long.toString(position);
      case Value.Date(LocalDate date, Grain grain) ->
          grain == Grain.DAY ? date.toString() : date + " " + grain;
      case Value.Time(LocalTime time, Grain grain) -> time.toString();
      case Value.DateTime(ZonedDateTime at, Grain grain) -> local(at);
      case Value.DateRange(LocalDate from, LocalDate to, Grain grain) -> ends(from, to);
      case Value.DateTimeRange(ZonedDateTime from, ZonedDateTime to, Grain grain) ->
          ends(from == null ? null : local(from), to == null ? null : local(to));
      case Value.Length(Period period, Duration duration) ->
          period.isZero()
              ? duration.toString()
              : period + (duration.isZero() ? "" : duration.toString().substring(1));
      case Value.Recurrence(String rrule) -> rrule;
      case Value.Phone phone -> phone.number().reveal();
      case Value.IdCard(String digits, boolean valid) -> digits + (valid ? "" : " (wrong)");
      case Value.BankCard(String digits, boolean valid) -> digits + (valid ? "" : " (wrong)");
      case Value.Relation(String id) -> id;
      case Value.PaymentEvent(String id) -> id;
      case Value.Instalments(int count) -> Integer.toString(count);
      case Value.ChannelName(String id) -> id;
    };
  }

  private static String ends(@Nullable Object from, @Nullable Object to) {
    return (from == null ? "" : from) + ".." + (to == null ? "" : to);
  }

  private static String local(ZonedDateTime at) {
    LocalDateTime local = at.toLocalDateTime();
    return local.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
