package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** The English names of months, days of the week and feasts. */
final class EnglishCalendar {
  private static final WordList<Integer> MONTHS =
      new WordList.Builder<Integer>()
          .add(1, "january", "jan")
          .add(2, "february", "feb")
          .add(3, "march", "mar")
          .add(4, "april", "apr")
          .add(5, "may")
          .add(6, "june", "jun")
          .add(7, "july", "jul")
          .add(8, "august", "aug")
          .add(9, "september", "sept", "sep")
          .add(10, "october", "oct")
          .add(11, "november", "nov")
          .add(12, "december", "dec")
          .build();

  private static final WordList<DayOfWeek> DAYS =
      new WordList.Builder<DayOfWeek>()
          .add(DayOfWeek.MONDAY, "monday", "mon")
          .add(DayOfWeek.TUESDAY, "tuesday", "tues", "tue")
          .add(DayOfWeek.WEDNESDAY, "wednesday", "wed")
          .add(DayOfWeek.THURSDAY, "thursday", "thurs", "thur", "thu")
          .add(DayOfWeek.FRIDAY, "friday", "fri")
          .add(DayOfWeek.SATURDAY, "saturday")
          .add(DayOfWeek.SUNDAY, "sunday")
          .build();

  private static final WordList<InYear> FEASTS =
      new WordList.Builder<InYear>()
          .add(Feasts.on(12, 25), "christmas day", "christmas", "xmas")
          .add(Feasts.on(12, 24), "christmas eve")
          .add(Feasts.on(12, 26), "boxing day")
          .add(Feasts.on(12, 31), "new year's eve", "new years eve")
          .add(Feasts.on(1, 1), "new year's day", "new years day", "new year's", "new year")
          .add(Feasts.lunar(1, 1), "chinese new year", "lunar new year", "spring festival")
          .add(Feasts.lunar(8, 15), "mid-autumn festival", "mid autumn festival")
          .add(Feasts.lunar(5, 5), "dragon boat festival")
          .add(Feasts.on(10, 1), "national day")
          .add(Feasts.on(2, 14), "valentine's day", "valentines day")
          .add(Feasts.on(10, 31), "halloween")
          .add(Feasts.on(7, 4), "independence day", "fourth of july", "4th of july")
          .add(Feasts.weekday(4, DayOfWeek.THURSDAY, 11), "thanksgiving")
          .add(Feasts.weekday(1, DayOfWeek.MONDAY, 9), "labor day")
          .add(Feasts.weekday(0, DayOfWeek.MONDAY, 5), "memorial day")
          .add(Feasts.weekday(2, DayOfWeek.SUNDAY, 5), "mother's day", "mothers day")
          .add(Feasts.weekday(3, DayOfWeek.SUNDAY, 6), "father's day", "fathers day")
          .add(Feasts.easter(), "easter sunday", "easter")
          .build();

  private EnglishCalendar() {}

  /** The month that is named here, 0 if none; the full stop of a short form is taken too. */
  static int month(Cursor cursor) {
    Integer month = MONTHS.take(cursor);
    if (month == null) {
      return 0;
    }
    if (cursor.here() == '.' && cursor.ahead(1) == ' ' && Cursor.isDigit(cursor.ahead(2))) {
      cursor.take(".");
    }
    return month;
  }

  static @Nullable DayOfWeek weekday(Cursor cursor) {
    return DAYS.take(cursor);
  }

  static @Nullable InYear feast(Cursor cursor) {
    return FEASTS.take(cursor);
  }
}
