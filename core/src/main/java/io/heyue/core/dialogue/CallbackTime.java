package io.heyue.core.dialogue;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When we may come back, as somebody names it: the first time that lies ahead. */
final class CallbackTime {
  private CallbackTime() {}

  static Optional<ZonedDateTime> named(Understanding heard, ZonedDateTime now) {
    for (Entity entity : heard.entities()) {
      Optional<ZonedDateTime> moment =
          switch (entity.value()) {
            case Value.DateTime exact -> Optional.of(exact.instant());
            case Value.DateTimeRange range when range.from() != null -> Optional.of(range.from());
            case Value.Time time -> Optional.of(nextTime(time.time(), now));
            case Value.Date date when NamedDays.fine(date.grain()) ->
                Optional.of(date.date().atTime(10, 0).atZone(now.getZone()));
            case Value.Length length when !length.duration().isZero() ->
                Optional.of(now.plus(length.duration()));
            case Value.Length length when !length.period().isZero() ->
                Optional.of(now.plus(length.period()));
            default -> Optional.empty();
          };
      if (moment.filter(candidate -> candidate.isAfter(now)).isPresent()) {
        return moment;
      }
    }
    return Optional.empty();
  }

  private static ZonedDateTime nextTime(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
    return today.isAfter(now) ? today : today.plusDays(1);
  }
}
