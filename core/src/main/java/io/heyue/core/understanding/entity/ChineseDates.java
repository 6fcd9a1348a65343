package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.entity.Anchor.InMonth;
import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Everything in Chinese that is at least a day long: the parts of a date in their order. */
final class ChineseDates {
  private ChineseDates() {}

  /** The date that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    Found numeric = NumericDates.read(cursor, anchor);
    if (numeric != null) {
      return withWeekday(cursor, numeric);
    }
    boolean lunar = cursor.takeAny("农历", "阴历") && ChineseYears.read(cursor.copy(), anchor) != null;
    if (!lunar) {
      cursor.back(start);
    }
    Stretch year = ChineseYears.read(cursor, anchor);
    if (year != null) {
      return inNamedYear(cursor, year, lunar);
    }
    Found found = bare(cursor, anchor);
    if (found == null) {
      cursor.back(start);
    }
    return found;
  }

  private static Found inNamedYear(Cursor cursor, Stretch year, boolean lunar) {
    int end = cursor.at();
    cursor.space();
    cursor.takeAny("的", "度");
    InYear part = lunar ? ChineseFeasts.lunarMonth(cursor) : inYear(cursor, true);
    LocalDateTime last = year.to();
    int lastYear = last == null ? year.firstDay().getYear() : last.getYear();
    Stretch within = part == null ? null : part.of(lastYear);
    if (within != null && lastYear > year.firstDay().getYear()) {
      return Found.date(year.through(within));
    }
    if (within == null) {
      cursor.back(end);
      cursor.takeAny("以内", "之内", "内", "里");
      return Found.date(year);
    }
    return withWeekday(cursor, Found.date(within));
  }

  private static @Nullable Found bare(Cursor cursor, Anchor anchor) {
    YearMonth month = ChineseMonths.relative(cursor, anchor);
    if (month != null) {
      return inNamedMonth(cursor, month);
    }
    Stretch quarter = ChineseQuarters.relative(cursor, anchor);
    if (quarter != null) {
      return Found.date(quarter);
    }
    InYear part = inYear(cursor, false);
    if (part != null) {
      Found found = anchor.resolveInYear(part);
      return found == null ? null : withWeekday(cursor, found);
    }
    Found week = ChineseWeeks.read(cursor, anchor);
    if (week != null) {
      return week;
    }
    InMonth days = ChineseMonths.inMonth(cursor, false);
    if (days != null) {
      Found found = anchor.resolveInMonth(days);
      return found == null ? null : withWeekday(cursor, found);
    }
    Found lunar = ChineseFeasts.dayOfMonth(cursor, anchor);
    if (lunar != null) {
      return lunar;
    }
    Found day = ChineseDays.read(cursor, anchor);
    return day == null ? ChineseOffsets.read(cursor, anchor) : day;
  }

  private static Found inNamedMonth(Cursor cursor, YearMonth month) {
    int end = cursor.at();
    cursor.takeAny("的", "里");
    InMonth days = ChineseMonths.inMonth(cursor, true);
    Stretch within = days == null ? null : days.of(month);
    if (within == null) {
      cursor.back(end);
      cursor.takeAny("以内", "之内", "内", "里");
      return Found.date(Stretch.month(month));
    }
    return withWeekday(cursor, Found.date(within));
  }

  private static @Nullable InYear inYear(Cursor cursor, boolean named) {
    InYear part = ChineseFeasts.inYear(cursor, named);
    if (part == null) {
      part = ChineseQuarters.inYear(cursor, named);
    }
    if (part == null) {
      part = ChineseMonths.inYear(cursor);
    }
    return part == null && named ? nth(cursor) : part;
  }

  /** 第52周, 第8个月, 首月, 第十天, 前五个月. */
  private static @Nullable InYear nth(Cursor cursor) {
    int start = cursor.at();
    if (cursor.take("首月")) {
      return year -> Stretch.months(year, 1, 1);
    }
    int which = cursor.choose("第", "前", "后", "最后");
    Count count = which < 0 ? null : ChineseNumber.readWhole(cursor);
    if (count == null || !count.within(1, 366)) {
      cursor.back(start);
      return null;
    }
    int number = count.toInt();
    cursor.take("个");
    if (number <= 12 && cursor.takeAny("月份", "月")) {
      return switch (which) {
        case 0 -> year -> Stretch.months(year, number, number);
        case 1 -> year -> Stretch.months(year, 1, number);
        default -> year -> Stretch.months(year, 13 - number, 12);
      };
    }
    if (which == 0 && number <= 53 && cursor.takeAny("周", "星期", "礼拜")) {
      return year ->
          Stretch.week(
              LocalDate.of(year, 1, 1)
                  .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
                  .plusWeeks(number - 1L));
    }
    if (which == 0 && cursor.takeAny("天", "日")) {
      return year -> Stretch.day(LocalDate.of(year, 1, 1).plusDays(number - 1L));
    }
    cursor.back(start);
    return null;
  }

  /** 6月1日周六, 15号（周五）: the day of the week adds nothing. */
  private static Found withWeekday(Cursor cursor, Found found) {
    if (found.stretch().grain() != Grain.DAY) {
      return found;
    }
    int end = cursor.at();
    cursor.space();
    boolean open = cursor.take("(");
    boolean day = cursor.takeAny("周", "星期", "礼拜") && ChineseWeeks.weekday(cursor) != null;
    if (!day || (open && !cursor.take(")"))) {
      cursor.back(end);
    }
    return found;
  }
}
