package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;

/**
 * A part of the day.
 *
 * <p>The hours are those that Chinese speakers commonly mean; a part that ends at 24 reaches the
 * day's last second.
 */
enum DayPart {
  SMALL_HOURS(0, 5),
  DAWN(4, 7),
  MORNING(6, 10),
  FORENOON(7, 12),
  NOON(12, 14),
  EARLY_AFTERNOON(13, 15),
  AFTERNOON(12, 19),
  DUSK(17, 19),
  EVENING(18, 24),
  NIGHT(20, 24),
  MIDNIGHT(0, 1),
  LATE_NIGHT(2, 5),
  DAYTIME(6, 19),
  WHOLE_DAY(0, 24);

  private final int from;
  private final int to;

  DayPart(int from, int to) {
    this.from = from;
    this.to = to;
  }

  Stretch on(LocalDate day) {
    return new Stretch(
        day.atTime(from, 0), day.atStartOfDay().plusHours(to).minusSeconds(1), Grain.HOUR, true);
  }

  /** The hour of the day, up to 24, that {@code hour} means within this part. */
  int hour(int hour) {
    return switch (this) {
      case SMALL_HOURS, DAWN, MORNING, FORENOON, LATE_NIGHT ->
          hour == 12 && this == SMALL_HOURS ? 0 : hour;
      case NOON -> hour < 10 ? hour + 12 : hour;
      case EARLY_AFTERNOON, AFTERNOON, DUSK -> hour < 12 ? hour + 12 : hour;
      case EVENING -> hour <= 12 && hour >= 4 ? hour + 12 : hour;
      case NIGHT, MIDNIGHT -> hour <= 12 && hour >= 6 ? hour + 12 : hour;
      case DAYTIME, WHOLE_DAY -> hour;
    };
  }
}
