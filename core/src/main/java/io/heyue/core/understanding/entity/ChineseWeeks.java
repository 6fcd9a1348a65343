package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Weeks and their days in Chinese: 下周五, 这个星期天, 周一, 上上周, 周末. Weeks begin on Monday. */
final class ChineseWeeks {
  private static final String[] PREFIXES = {
    "下下下个", "下下下", "下下个", "下下", "下一个", "下一", "下个", "下", "上上个", "上上", "上一个", "上一", "上个", "上", "这一个",
    "这一", "这个", "这", "本", "呢个"
  };
  private static final int[] SHIFTS = {
    3, 3, 2, 2, 1, 1, 1, 1, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0
  };

  private ChineseWeeks() {}

  /** The week or the day of a week that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int prefix = cursor.choose(PREFIXES);
    int wordAt = cursor.at();
    boolean week = cursor.takeAny("周", "星期", "礼拜");
    if (!week) {
      cursor.back(start);
      return null;
    }
    if (prefix >= 0 && cursor.seesAny("周", "星期", "礼拜")) {
      cursor.takeAny("周", "星期", "礼拜");
    }
    DayOfWeek day = weekday(cursor);
    boolean end = day == null && cursor.text().charAt(wordAt) == '周' && cursor.take("末");
    if (day == null && end && isEndOfPhrase(cursor)) {
      day = null;
    }
    if (prefix < 0 && day == null && !end) {
      cursor.back(start);
      return null;
    }
    LocalDate monday = anchor.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (prefix >= 0) {
      return Found.date(within(monday.plusWeeks(SHIFTS[prefix]), day, end));
    }
    return unprefixed(anchor, monday, day, end);
  }

  private static boolean isEndOfPhrase(Cursor cursor) {
    return cursor.ended();
  }

  private static Found unprefixed(
      Anchor anchor, LocalDate monday, @Nullable DayOfWeek day, boolean end) {
    Found given = anchor.given();
    if (given != null) {
      LocalDate begin = given.stretch().firstDay();
      LocalDate same = begin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      Stretch stretch = within(same, day, end);
      return Found.date(stretch.endsBefore(begin) ? within(same.plusWeeks(1), day, end) : stretch);
    }
    Stretch current = within(monday, day, end);
    Stretch next =
        current.endsBefore(anchor.today()) ? within(monday.plusWeeks(1), day, end) : current;
    return switch (anchor.leaning()) {
      case NEXT, OTHER_HALF, OPEN, WHOLE, DAY_FIRST -> Found.guessed(next, Leaning.LATER);
      case CURRENT, PAST ->
          Found.guessed(
              current.firstDay().isAfter(anchor.today())
                  ? within(monday.minusWeeks(1), day, end)
                  : current,
              Leaning.NEXT);
      case LATER ->
          Found.date(
              within(
                  next.firstDay()
                      .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                      .plusWeeks(1),
                  day,
                  end));
    };
  }

  private static Stretch within(LocalDate monday, @Nullable DayOfWeek day, boolean end) {
    if (end) {
      return Stretch.days(monday.plusDays(5), monday.plusDays(6), Grain.DAY);
    }
    return day == null ? Stretch.week(monday) : Stretch.day(monday.plusDays(day.getValue() - 1L));
  }

  /** The day that a figure behind 周 or 星期 names; the cursor stays if there is none. */
  static @Nullable DayOfWeek weekday(Cursor cursor) {
    if ((cursor.here() == '日' && cursor.ahead(1) == '元')
        || (Cursor.isDigit(cursor.here()) && isLongNumber(cursor))
        || (cursor.here() == '一' && cursor.ahead(1) == '下')) {
      return null;
    }
    int which =
        cursor.choose("一", "二", "三", "四", "五", "六", "日", "天", "1", "2", "3", "4", "5", "6", "7");
    if (which < 0) {
      return null;
    }
    int number = which < 7 ? which + 1 : which == 7 ? 7 : which - 7;
    if (isCounting(cursor, number)) {
      cursor.back(cursor.at() - 1);
      return null;
    }
    return DayOfWeek.of(number);
  }

  /** 下周三点 may be next week at three; 下周六百 surely is no Saturday. */
  private static boolean isCounting(Cursor cursor, int number) {
    boolean times = (cursor.sees("次") && !cursor.sees("次日")) || cursor.sees("趟");
    return number < 7 && (times || cursor.seesAny("百", "千", "万", "十", "块", "号", "个"));
  }

  private static boolean isLongNumber(Cursor cursor) {
    return Cursor.isDigit(cursor.ahead(1)) || cursor.ahead(1) == '.' || cursor.ahead(1) == '号';
  }
}
