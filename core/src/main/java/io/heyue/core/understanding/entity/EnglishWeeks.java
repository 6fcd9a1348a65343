package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Days of the week and whole periods in English: Friday, next Tuesday, a week from Monday, last
 * month.
 */
final class EnglishWeeks {
  private EnglishWeeks() {}

  /** The day of a week that stands here; the cursor stays if there is none. */
  static @Nullable Found day(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int which =
        cursor.choose(
            "a week from ",
            "a week on ",
            "next week on ",
            "this coming ",
            "coming ",
            "the following ",
            "next week ",
            "next ",
            "this ",
            "last ");
    DayOfWeek day = EnglishCalendar.weekday(cursor);
    if (day == null) {
      cursor.back(start);
      return null;
    }
    boolean weekOn = EnglishNumber.word(cursor, " week", " next week", " of next week") >= 0;
    LocalDate monday = anchor.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate next = anchor.today().with(TemporalAdjusters.nextOrSame(day));
    LocalDate inNextWeek = monday.plusWeeks(1).plusDays(day.getValue() - 1L);
    if (weekOn || which == 2 || which == 6) {
      return Found.date(Stretch.day(inNextWeek));
    }
    return switch (which) {
      case 0, 1 -> Found.date(Stretch.day(next.plusWeeks(1)));
      case 7 -> nextWeekday(anchor, inNextWeek, next);
      case 8 -> Found.date(Stretch.day(monday.plusDays(day.getValue() - 1L)));
      case 9 -> Found.date(Stretch.day(anchor.today().with(TemporalAdjusters.previous(day))));
      case 3, 4, 5 -> Found.date(Stretch.day(next));
      default -> bareWeekday(anchor, next);
    };
  }

  /** "Next Friday" is next week's for most people and the coming one for others. */
  private static Found nextWeekday(Anchor anchor, LocalDate inNextWeek, LocalDate next) {
    if (anchor.leaning() == Leaning.LATER) {
      return Found.date(Stretch.day(next.equals(anchor.today()) ? inNextWeek : next));
    }
    return Found.guessed(Stretch.day(inNextWeek), Leaning.LATER);
  }

  private static Found bareWeekday(Anchor anchor, LocalDate next) {
    Found given = anchor.given();
    if (given != null) {
      LocalDate begin = given.stretch().firstDay();
      return Found.date(Stretch.day(begin.with(TemporalAdjusters.nextOrSame(next.getDayOfWeek()))));
    }
    return switch (anchor.leaning()) {
      case NEXT, OTHER_HALF, OPEN, WHOLE, DAY_FIRST ->
          Found.guessed(Stretch.day(next), Leaning.LATER);
      case LATER -> Found.date(Stretch.day(next.plusWeeks(1)));
      case CURRENT, PAST ->
          Found.guessed(
              Stretch.day(next.equals(anchor.today()) ? next : next.minusWeeks(1)), Leaning.NEXT);
    };
  }

  /** This week, next month, the month, last year, the weekend. */
  static @Nullable Found period(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int prefix =
        cursor.choose("the following ", "the coming ", "next ", "this ", "last ", "the ", "each ");
    int unit = EnglishNumber.word(cursor, "weekend", "week", "month", "year");
    boolean bare = prefix >= 5 && unit != 0;
    if (unit < 0
        || (prefix < 0)
        || (bare
            && !cursor.text().startsWith("of the", Math.max(0, start - 3))
            && !cursor.text().startsWith("of ", Math.max(0, start - 3)))) {
      cursor.back(start);
      return null;
    }
    int shift = prefix < 3 ? 1 : prefix == 4 ? -1 : 0;
    LocalDate today = anchor.today();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Found.date(
        switch (unit) {
          case 0 ->
              Stretch.days(
                  monday.plusWeeks(shift).plusDays(5),
                  monday.plusWeeks(shift).plusDays(6),
                  Grain.DAY);
          case 1 -> Stretch.week(monday.plusWeeks(shift));
          case 2 -> Stretch.month(YearMonth.from(today).plusMonths(shift));
          default -> Stretch.year(today.getYear() + shift);
        });
  }
}
