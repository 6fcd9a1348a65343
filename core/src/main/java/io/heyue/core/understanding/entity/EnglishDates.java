package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.entity.Anchor.InMonth;
import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Everything in English that is at least a day long: the 15th, Dec 5, next Friday, month end. */
final class EnglishDates {
  private EnglishDates() {}

  /** The date that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    Found found = slashed(cursor, anchor);
    if (found == null) {
      found = NumericDates.read(cursor, anchor);
    }
    if (found == null) {
      found = relativeDay(cursor, anchor);
    }
    if (found == null) {
      found = section(cursor, anchor);
    }
    if (found == null) {
      found = monthAndDay(cursor, anchor);
    }
    if (found == null) {
      found = EnglishWeeks.day(cursor, anchor);
    }
    if (found == null) {
      found = EnglishWeeks.period(cursor, anchor);
    }
    if (found == null) {
      InYear feast = EnglishCalendar.feast(cursor);
      found = feast == null ? null : anchor.resolveInYear(feast);
    }
    if (found == null) {
      found = EnglishOffsets.read(cursor, anchor);
    }
    if (found == null) {
      cursor.back(start);
    }
    return found;
  }

  /** 12/05, 12/05/2026: the month first unless it can't be one. */
  private static @Nullable Found slashed(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int first = cursor.digits(1, 2);
    int second = first > 0 && cursor.take("/") ? cursor.digits(1, 2) : -1;
    if (second < 1 || first > 31 || second > 31) {
      cursor.back(start);
      return null;
    }
    int end = cursor.at();
    int year = cursor.take("/") ? cursor.digits(2, 4) : -1;
    if (year < 0) {
      cursor.back(end);
    }
    boolean open = first <= 12 && second <= 12 && first != second;
    boolean dayFirst = first > 12 || (open && anchor.leaning() == Leaning.DAY_FIRST);
    int month = dayFirst ? second : first;
    int day = dayFirst ? first : second;
    if (Cursor.isWordPart(cursor.here()) || month > 12) {
      cursor.back(start);
      return null;
    }
    int full = year >= 0 && year < 100 ? 2000 + year : year;
    Found found =
        year < 0
            ? anchor.resolveInYear(y -> NumericDates.stretch(y, month, day))
            : dated(NumericDates.stretch(full, month, day));
    return found != null && open ? Found.guessed(found.stretch(), Leaning.DAY_FIRST) : found;
  }

  private static @Nullable Found dated(@Nullable Stretch stretch) {
    return stretch == null ? null : Found.date(stretch);
  }

  private static @Nullable Found relativeDay(Cursor cursor, Anchor anchor) {
    int which =
        EnglishNumber.word(
            cursor,
            "the day after tomorrow",
            "day after tomorrow",
            "the day before yesterday",
            "tomorrow",
            "tmrw",
            "today",
            "yesterday",
            // As recognisers of speech write them that learned from old books.
            "the day after to-morrow",
            "day after to-morrow",
            "to-morrow",
            "to-day");
    int[] shifts = {2, 2, -2, 1, 1, 0, -1, 2, 2, 1, 0};
    if (which >= 0) {
      return Found.date(Stretch.day(anchor.today().plusDays(shifts[which])));
    }
    boolean tonight = cursor.seesAny("tonight", "to-night");
    boolean part = cursor.seesAny("this morning", "this afternoon", "this evening", "last night");
    if (!tonight && !part) {
      return null;
    }
    int shift = cursor.sees("last") ? -1 : 0;
    if (part) {
      cursor.takeAny("this ", "last ");
    } else {
      cursor.takeAny("to-", "to");
    }
    return Found.date(Stretch.day(anchor.today().plusDays(shift)));
  }

  /** The end of next month, month end, the middle of March. */
  private static @Nullable Found section(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    if (EnglishNumber.word(
            cursor, "month end", "month-end", "end of month", "the month's end", "eom")
        >= 0) {
      return anchor.resolveInMonth(month -> part(Stretch.month(month), 2));
    }
    if (EnglishNumber.word(cursor, "year end", "year-end", "end of year") >= 0) {
      return anchor.resolveInYear(year -> part(Stretch.year(year), 2));
    }
    EnglishNumber.word(cursor, "the ");
    cursor.take("the ");
    int which =
        EnglishNumber.word(
            cursor, "beginning of", "start of", "middle of", "mid", "end of", "last day of");
    if (which < 0) {
      cursor.back(start);
      return null;
    }
    cursor.takeAny(" ", "-");
    Found whole = month(cursor, anchor);
    if (whole == null) {
      whole = EnglishWeeks.period(cursor, anchor);
    }
    if (whole == null) {
      cursor.back(start);
      return null;
    }
    if (which == 5) {
      Stretch last = whole.stretch();
      return last.to() == null ? null : whole.with(Stretch.day(last.to().toLocalDate()));
    }
    return whole.with(part(whole.stretch(), which < 2 ? 0 : which < 4 ? 1 : 2));
  }

  private static Stretch part(Stretch whole, int which) {
    LocalDate first = whole.firstDay();
    LocalDate last = whole.to() == null ? first : whole.to().toLocalDate();
    return switch (whole.grain()) {
      case YEAR ->
          Stretch.months(
                  first.getYear(),
                  which == 0 ? 1 : which == 1 ? 6 : 11,
                  which == 0 ? 2 : which == 1 ? 7 : 12)
              .asVague();
      case MONTH ->
          Stretch.days(
                  which == 0 ? first : first.withDayOfMonth(which == 1 ? 13 : 25),
                  which == 0
                      ? first.withDayOfMonth(5)
                      : which == 1 ? first.withDayOfMonth(17) : last,
                  Grain.DAY)
              .asVague();
      case WEEK ->
          which == 2
              ? Stretch.days(last.minusDays(2), last, Grain.DAY).asVague()
              : which == 0
                  ? Stretch.days(first, first.plusDays(1), Grain.DAY).asVague()
                  : Stretch.days(first.plusDays(2), first.plusDays(3), Grain.DAY).asVague();
      case DAY, HOUR, MINUTE, SECOND -> whole;
    };
  }

  /** December 5th, 5 Dec 2026, the 15th, the 15th of next month, December. */
  private static @Nullable Found monthAndDay(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int month = EnglishCalendar.month(cursor);
    if (month > 0) {
      return monthFirst(cursor, anchor, month, start);
    }
    boolean the = cursor.take("the ");
    int dayAt = cursor.at();
    int day = EnglishNumber.ordinal(cursor);
    boolean ordinal = day > 0;
    if (!ordinal) {
      day = cursor.digits(1, 2);
    }
    if (day < 1 || day > 31) {
      cursor.back(start);
      return null;
    }
    int of = day;
    int end = cursor.at();
    cursor.takeAny(" of ", " ");
    int named = EnglishCalendar.month(cursor);
    if (named > 0) {
      return inYear(cursor, anchor, named, of);
    }
    Found whole = ordinal ? EnglishWeeks.period(cursor, anchor) : null;
    if (whole != null && cursor.text().startsWith("the month", cursor.at() - 9)) {
      return anchor.resolveInMonth(
          any -> of > any.lengthOfMonth() ? null : Stretch.day(any.atDay(of)));
    }
    if (whole != null && whole.stretch().grain() == Grain.MONTH) {
      LocalDate first = whole.stretch().firstDay();
      return dated(NumericDates.stretch(first.getYear(), first.getMonthValue(), of));
    }
    cursor.back(end);
    boolean digits = Cursor.isDigit(cursor.text().charAt(dayAt));
    boolean counting =
        EnglishNumber.word(
                cursor.copy(),
                " instalment",
                " installment",
                " payment",
                " time",
                " month",
                " week",
                " one",
                " day",
                " call",
                " reminder",
                " letter",
                " notice",
                " account",
                " loan",
                " card")
            >= 0;
    if (!ordinal || counting || (!the && !digits)) {
      cursor.back(start);
      return null;
    }
    InMonth inMonth = month1 -> of > month1.lengthOfMonth() ? null : Stretch.day(month1.atDay(of));
    return anchor.resolveInMonth(inMonth);
  }

  private static @Nullable Found monthFirst(Cursor cursor, Anchor anchor, int month, int start) {
    int end = cursor.at();
    boolean may = month == 5 && cursor.text().startsWith("may", start);
    cursor.space();
    cursor.take("the ");
    int day = EnglishNumber.ordinal(cursor);
    if (day < 0) {
      day = cursor.digits(1, 2);
      if (day > 0 && (Cursor.isWordPart(cursor.here()) || cursor.here() == ':')) {
        day = -1;
      }
    }
    if (day >= 1 && day <= 31) {
      return inYear(cursor, anchor, month, day);
    }
    cursor.back(end);
    cursor.space();
    int year = cursor.digits(4, 4);
    if (year >= 1900 && year < 2200) {
      return Found.date(Stretch.month(YearMonth.of(year, month)));
    }
    cursor.back(end);
    if ((may || end - start <= 3) && !followsPreposition(cursor.text(), start)) {
      cursor.back(start);
      return null;
    }
    return anchor.resolveInYear(y -> Stretch.month(YearMonth.of(y, month)));
  }

  /** May and Sat are also other words; behind "in" or "from" they are not. */
  private static boolean followsPreposition(String text, int start) {
    String before = text.substring(Math.max(0, start - 8), start);
    return before.matches(
        "(?s).*\\b(in|by|from|until|since|to|of|before|after|next|this|last|and|till) ");
  }

  private static @Nullable Found inYear(Cursor cursor, Anchor anchor, int month, int day) {
    int end = cursor.at();
    cursor.takeAny(", ", " ");
    int year = cursor.digits(4, 4);
    if (year >= 1900 && year < 2200) {
      Stretch stretch = NumericDates.stretch(year, month, day);
      return stretch == null ? null : Found.date(stretch);
    }
    cursor.back(end);
    return anchor.resolveInYear(y -> NumericDates.stretch(y, month, day));
  }

  private static @Nullable Found month(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int month = EnglishCalendar.month(cursor);
    if (month == 0) {
      cursor.back(start);
      return null;
    }
    return anchor.resolveInYear(year -> Stretch.month(YearMonth.of(year, month)));
  }
}
