package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules by which feasts fall on days, whatever the language they are named in. */
final class Feasts {
  private Feasts() {}

  /** A feast with a day of its own in our calendar. */
  static InYear on(int month, int day) {
    return year -> NumericDates.stretch(year, month, day);
  }

  /** A feast of the lunar calendar; its lunar year may end in the calendar year after. */
  static InYear lunar(int month, int day) {
    return year -> stretch(Lunar.find(year, month, false, day));
  }

  /** The last day of the lunar year that begins in {@code year}. */
  static InYear newYearsEve() {
    return year -> {
      LocalDate next = Lunar.find(year + 1, 1, false, 1).orElse(null);
      return next == null ? null : Stretch.day(next.minusDays(1));
    };
  }

  /** The {@code which}-th {@code day} of a month, the last one for 0. */
  static InYear weekday(int which, DayOfWeek day, int month) {
    return year -> {
      LocalDate first = LocalDate.of(year, month, 1);
      return Stretch.day(
          which == 0
              ? first.with(TemporalAdjusters.lastInMonth(day))
              : first.with(TemporalAdjusters.dayOfWeekInMonth(which, day)));
    };
  }

  /** A solar term by the sun's longitude; the last two of the cycle fall into the next January. */
  static InYear term(int degrees) {
    return year ->
        Stretch.day(SolarTerms.day(degrees == 285 || degrees == 300 ? year + 1 : year, degrees));
  }

  /**
   * Easter Sunday by the anonymous Gregorian computus (Meeus, <i>Astronomical Algorithms</i>, 2nd
   * edition, chapter 8).
   */
  static InYear easter() {
    return year -> {
      int a = year % 19;
      int b = year / 100;
      int c = year % 100;
      int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
      int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
      int m = (a + 11 * d + 22 * e) / 451;
      int day = d + e - 7 * m + 114;
      return NumericDates.stretch(year, day / 31, day % 31 + 1);
    };
  }

  static @Nullable Stretch stretch(Optional<LocalDate> day) {
    return day.isPresent() ? Stretch.day(day.get()) : null;
  }
}
