package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * A length of time as it was said.
 *
 * @param period years, months and days
 * @param duration hours and less
 * @param grain its coarsest unit
 * @param vague whether it was left open (三个多月)
 * @param working whether its days are working days
 */
record Lapse(Period period, Duration duration, Grain grain, boolean vague, boolean working) {
  static final Lapse NONE = new Lapse(Period.ZERO, Duration.ZERO, Grain.SECOND, false, false);
  private static final int LONGEST = 100_000;

  /** {@code amount} of {@code unit}; a part of a unit becomes the next smaller one. */
  static Lapse of(BigDecimal amount, Unit unit) {
    BigDecimal bounded = amount.min(BigDecimal.valueOf(unit.isClock ? 1_000_000_000L : LONGEST));
    int whole = bounded.intValue();
    BigDecimal rest = bounded.subtract(BigDecimal.valueOf(whole));
    return switch (unit) {
      case YEAR -> days(Period.of(whole, part(rest, 12), 0), Grain.YEAR);
      case QUARTER -> days(Period.ofMonths(whole * 3 + part(rest, 3)), Grain.MONTH);
      case MONTH -> days(Period.of(0, whole, part(rest, 30)), Grain.MONTH);
      case WEEK -> days(Period.ofDays(whole * 7 + part(rest, 7)), Grain.WEEK);
      case DAY ->
          new Lapse(
              Period.ofDays(whole), Duration.ofHours(part(rest, 24)), Grain.DAY, false, false);
      case WORKDAY -> new Lapse(Period.ofDays(whole), Duration.ZERO, Grain.DAY, false, true);
      case HOUR -> clock(bounded, 3600, Grain.HOUR);
      case QUARTER_HOUR -> clock(bounded, 900, Grain.MINUTE);
      case MINUTE -> clock(bounded, 60, Grain.MINUTE);
      case SECOND -> clock(bounded, 1, Grain.SECOND);
    };
  }

  /** The units that lengths are counted in. */
  enum Unit {
    YEAR(false),
    QUARTER(false),
    MONTH(false),
    WEEK(false),
    DAY(false),
    WORKDAY(false),
    HOUR(true),
    QUARTER_HOUR(true),
    MINUTE(true),
    SECOND(true);

    private final boolean isClock;

    Unit(boolean isClock) {
      this.isClock = isClock;
    }
  }

  private static Lapse days(Period period, Grain grain) {
    return new Lapse(period, Duration.ZERO, grain, false, false);
  }

  private static Lapse clock(BigDecimal amount, int seconds, Grain grain) {
    Duration duration =
        Duration.ofSeconds(amount.multiply(BigDecimal.valueOf(seconds)).longValue());
    return new Lapse(Period.ZERO, duration, grain, false, false);
  }

  private static int part(BigDecimal rest, int units) {
    return rest.multiply(BigDecimal.valueOf(units)).intValue();
  }

  Lapse plus(Lapse more) {
    return new Lapse(
        period.plus(more.period),
        duration.plus(more.duration),
        grain.compareTo(more.grain) < 0 ? grain : more.grain,
        vague || more.vague,
        working || more.working);
  }

  Lapse asVague() {
    return new Lapse(period, duration, grain, true, working);
  }

  /** The days beside the years and months. */
  int days() {
    return (int) period.get(ChronoUnit.DAYS);
  }

  boolean isClock() {
    return grain.compareTo(Grain.DAY) > 0;
  }

  /** This length after {@code start}, or before it if {@code sign} is -1. */
  LocalDateTime from(LocalDateTime start, int sign) {
    if (working) {
      LocalDateTime day = start;
      for (int left = Math.min(days(), 2000); left > 0; ) {
        day = day.plusDays(sign);
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
          left--;
        }
      }
      return day;
    }
    return sign > 0 ? start.plus(period).plus(duration) : start.minus(period).minus(duration);
  }

  Value.Length value() {
    return new Value.Length(period, duration);
  }
}
