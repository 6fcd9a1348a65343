package io.heyue.core.dialogue;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When we may come back, as somebody names it: the first time that lies ahead. Where an hour may be
 * of the morning or of the evening ("today at eight"), the likelier one counts unless it is past
 * and the other one of today isn't.
 */
final class CallbackTime {
  private CallbackTime() {}

  static Optional<ZonedDateTime> named(Understanding heard, ZonedDateTime now) {
    for (Entity entity : heard.entities()) {
      Optional<ZonedDateTime> moment = ahead(entity, now);
      if (moment.isPresent()) {
        return moment;
      }
    }
    return Optional.empty();
  }

  private static Optional<ZonedDateTime> ahead(Entity entity, ZonedDateTime now) {
    List<Value> readings =
        Stream.concat(Stream.of(entity.value()), entity.alternatives().stream()).toList();
    return readings.stream()
        .flatMap(value -> moment(value, now).stream())
        .filter(moment -> moment.isAfter(now))
        .findFirst()
        .or(() -> tomorrow(entity.value(), now));
  }

  private static Optional<ZonedDateTime> moment(Value value, ZonedDateTime now) {
    return switch (value) {
      case Value.DateTime exact -> Optional.of(exact.instant());
      case Value.DateTimeRange range when range.from() != null -> Optional.of(range.from());
      case Value.Time time -> Optional.of(at(time.time(), now));
      case Value.Date date when NamedDays.fine(date.grain()) ->
          Optional.of(date.date().atTime(10, 0).atZone(now.getZone()));
      case Value.Length length when !length.duration().isZero() ->
          Optional.of(now.plus(length.duration()));
      case Value.Length length when !length.period().isZero() ->
          Optional.of(now.plus(length.period()));
      default -> Optional.empty();
    };
  }

  /** An hour that is past today is one of tomorrow. */
  private static Optional<ZonedDateTime> tomorrow(Value value, ZonedDateTime now) {
    return value instanceof Value.Time time
        ? Optional.of(at(time.time(), now).plusDays(1))
        : Optional.empty();
  }

  private static ZonedDateTime at(LocalTime time, ZonedDateTime now) {
    return now.toLocalDate().atTime(time).atZone(now.getZone());
  }
}
