package io.heyue.app.cli;

import io.heyue.core.base.Money;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Values of entities in ISO and RFC terms. */
final class Values {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private Values() {}

  static void put(ObjectNode node, Value value, boolean reveal) {
    switch (value) {
      case Value.Sum sum -> {
        node.put("value", plain(decimal(sum.money())));
        node.put("unit", sum.money().currency().getCurrencyCode());
      }
      case Value.Share share -> {
        ObjectNode part = node.putObject("share");
        part.put("of", share.of().name().toLowerCase(Locale.ROOT));
        part.put("fraction", plain(share.fraction()));
      }
      case Value.Numeral numeral -> node.put("value", plain(numeral.number()));
      case Value.Percent percent -> node.put("value", plain(percent.fraction()));
      case Value.Ordinal ordinal -> node.put("value", String.valueOf(ordinal.position()));
      case Value.Date date -> {
        node.put("value", date.date().toString());
        grain(node, date.grain());
      }
      case Value.Time time -> {
        node.put("value", time(time.time()));
        grain(node, time.grain());
      }
      case Value.DateTime instant -> {
        node.put("value", INSTANT.format(instant.instant()));
        grain(node, instant.grain());
      }
      case Value.DateRange range -> {
        end(node, "from", range.from());
        end(node, "to", range.to());
        grain(node, range.grain());
      }
      case Value.DateTimeRange range -> {
        end(node, "from", range.from() == null ? null : INSTANT.format(range.from()));
        end(node, "to", range.to() == null ? null : INSTANT.format(range.to()));
        grain(node, range.grain());
      }
      case Value.Length length -> node.put("value", length(length.period(), length.duration()));
      case Value.Recurrence recurrence -> node.put("value", recurrence.rrule());
      case Value.Phone phone -> node.put("value", phone.number().reveal());
      case Value.IdCard card -> {
        node.put("value", reveal ? card.digits() : masked(card.digits()));
        node.put("valid", card.valid());
      }
      case Value.BankCard card -> {
        node.put("value", reveal ? card.digits() : masked(card.digits()));
        node.put("valid", card.valid());
      }
      case Value.Relation relation -> node.put("value", relation.id());
      case Value.PaymentEvent event -> node.put("value", event.id());
      case Value.Instalments instalments -> node.put("value", String.valueOf(instalments.count()));
      case Value.ChannelName channel -> node.put("value", channel.id());
    }
  }

  /** The first three and the last two characters, stars for the rest. */
  static String masked(String digits) {
    int hidden = Math.max(0, digits.length() - 5);
    return hidden == 0
        ? "*".repeat(digits.length())
        : digits.substring(0, 3) + "*".repeat(hidden) + digits.substring(3 + hidden);
  }

  private static BigDecimal decimal(Money money) {
    return money.decimal().stripTrailingZeros();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String time(LocalTime time) {
    return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
  }

  private static String length(Period period, Duration duration) {
    if (duration.isZero()) {
      return period.toString();
    }
    return period.isZero() ? duration.toString() : period + duration.toString().substring(1);
  }

  private static void end(ObjectNode node, String name, @Nullable Object end) {
    if (end != null) {
      node.put(name, end.toString());
    }
  }

  private static void grain(ObjectNode node, Enum<?> grain) {
    node.put("grain", grain.name().toLowerCase(Locale.ROOT));
  }
}
