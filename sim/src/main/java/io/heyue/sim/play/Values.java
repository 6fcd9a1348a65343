package io.heyue.sim.play;

import io.heyue.core.understanding.Value;
import org.jspecify.annotations.Nullable;

/** What entities stand for, in ISO and RFC terms, as text. */
final class Values {
  private Values() {}

  static String text(Value value) {
    return switch (value) {
      case Value.Sum sum -> sum.money().decimal().toPlainString();
      case Value.Share share ->
          share.of().name().toLowerCase(java.util.Locale.ROOT) + " × " + share.fraction();
      case Value.Numeral number -> number.number().toPlainString();
      case Value.Percent percent -> percent.fraction().toPlainString();
      case Value.Ordinal ordinal -> Long.toString(ordinal.position());
      case Value.Date date -> date.date().toString();
      case Value.Time time -> time.time().toString();
      case Value.DateTime moment -> moment.instant().toOffsetDateTime().toString();
      case Value.DateRange range -> range(range.from(), range.to());
      case Value.DateTimeRange range -> range(range.from(), range.to());
      case Value.Length length ->
          length.period().isZero() ? length.duration().toString() : length.period().toString();
      case Value.Recurrence rule -> rule.rrule();
      case Value.Phone phone -> phone.number().masked();
      case Value.IdCard _, Value.BankCard _ -> "***";
      case Value.Relation relation -> relation.id();
      case Value.PaymentEvent event -> event.id();
      case Value.Instalments instalments -> Integer.toString(instalments.count());
      case Value.ChannelName channel -> channel.id();
    };
  }

  private static String range(@Nullable Object from, @Nullable Object to) {
    return (from == null ? "" : from) + "/" + (to == null ? "" : to);
  }
}
