package io.heyue.core.understanding.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Dates in digits alone, the year first or the month: 2026-12-01, 2019.9.6, 20240307, 12/1, 6·30.
 */
final class NumericDates {
  private NumericDates() {}

  /** The date that stands here; the cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    if (!Cursor.isDigit(cursor.here())) {
      return null;
    }
    Found found = yearFirst(cursor, anchor);
    if (found == null) {
      cursor.back(start);
      found = monthFirst(cursor, anchor);
    }
    if (found == null) {
      cursor.back(start);
    }
    return found;
  }

  private static @Nullable Found yearFirst(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int compact = cursor.digits(8, 8);
    if (compact > 0) {
      return isYear(compact / 10_000)
          ? day(compact / 10_000, compact / 100 % 100, compact % 100)
          : null;
    }
    int year = cursor.digits(4, 4);
    if (!isYear(year)) {
      return null;
    }
    char sign = cursor.here();
    if (!cursor.takeOneOf("-/. ")) {
      boolean end = anchor.given() != null && !Cursor.isWordPart(sign) && !cursor.seesOneOf("年元块");
      return end ? Found.date(Stretch.year(year)) : null;
    }
    int month = cursor.digits(1, 2);
    if (month < 1 || month > 12) {
      return null;
    }
    int end = cursor.at();
    if (cursor.takeOneOf("-/. ") && (sign != ' ' || cursor.ahead(-1) == ' ')) {
      int dayAt = cursor.at();
      int day = cursor.digits(1, 2);
      if (day < 0 && Cursor.isDigit(cursor.here()) && isClockBehind(cursor)) {
        cursor.back(dayAt);
        day = (cursor.here() - '0') * 10 + (cursor.ahead(1) - '0');
        cursor.back(dayAt + 2);
      }
      boolean glued = day > 0 && cursor.here() == '-' && Cursor.isDigit(cursor.ahead(1));
      if (day > 0 && !(Cursor.isDigit(cursor.here()) && !isClock(cursor))) {
        Found found = day(year, month, day);
        if (found != null) {
          if (glued) {
            int dash = cursor.at();
            cursor.take("-");
            if (!isClock(cursor)) {
              cursor.back(dash);
            }
          }
          cursor.takeAny("日", "号");
          return found;
        }
      }
    }
    cursor.back(end);
    boolean monthAlone = sign == '.' || sign == '-' || sign == '/';
    boolean plain = monthAlone && end - start >= 6 && !cursor.seesAny("元", "块", "万", "%", "月");
    return plain ? Found.date(Stretch.month(YearMonth.of(year, month))) : null;
  }

  /** Two digits of a day with a clock time glued to them: 2018-12-1209:03. */
  private static boolean isClockBehind(Cursor cursor) {
    int start = cursor.at();
    boolean days = Cursor.isDigit(cursor.ahead(0)) && Cursor.isDigit(cursor.ahead(1));
    cursor.back(start + 2);
    boolean clock = days && isClock(cursor);
    cursor.back(start);
    return clock;
  }

  private static boolean isClock(Cursor cursor) {
    int start = cursor.at();
    boolean clock = cursor.digits(1, 2) >= 0 && cursor.take(":") && cursor.digits(2, 2) >= 0;
    cursor.back(start);
    return clock;
  }

  private static @Nullable Found monthFirst(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int month = cursor.digits(1, 2);
    char sign = cursor.here();
    if (month < 1 || month > 12 || !cursor.takeOneOf("-/.")) {
      return null;
    }
    int dayAt = cursor.at();
    int day = cursor.digits(1, 2);
    int width = cursor.at() - dayAt;
    boolean padded = dayAt - start == 3 && width == 2;
    boolean named = cursor.takeAny("号", "日");
    boolean written =
        named
            || sign == '/'
            || padded
            || isClockAfterSpace(cursor)
            || isDotted(cursor, sign, width);
    if (day < 1 || !written || (sign == '.' && !named && !isDotted(cursor, sign, width))) {
      return null;
    }
    boolean follows = cursor.seesOneOf("/.-%年月天个期元块万千百折倍") && !named;
    if (follows || Cursor.isWordPart(cursor.here())) {
      return null;
    }
    return anchor.resolveInYear(year -> stretch(year, month, day));
  }

  /** 6·30 alone is a date, 12.20之前 too; within other words it is a decimal. */
  private static boolean isDotted(Cursor cursor, char sign, int width) {
    boolean timed =
        cursor.seesAny(
            "之前", "以前", "之后", "以后", "过后", "当天", "那天", "那日", "到期", "发工资", "上午", "下午", "晚上", "早上",
            "中午", "前还", "前给", "前转", "前结", "前必", "前一定", "前肯定", "前付", "前交", "后还", "后给", "后再", "开始",
            "起算", "还款日", "扣款");
    return sign == '.' && ((width == 2 && cursor.ended()) || timed);
  }

  private static boolean isClockAfterSpace(Cursor cursor) {
    int start = cursor.at();
    boolean clock = cursor.take(" ") && isClock(cursor);
    cursor.back(start);
    return clock;
  }

  private static boolean isYear(int year) {
    return year >= 1800 && year <= 2199;
  }

  private static @Nullable Found day(int year, int month, int day) {
    Stretch stretch = stretch(year, month, day);
    return stretch == null ? null : Found.date(stretch);
  }

  /** A day, or null if the calendar has none. */
  static @Nullable Stretch stretch(int year, int month, int day) {
    try {
      return Stretch.day(LocalDate.of(year, month, day));
    } catch (DateTimeException absent) {
      return null;
    }
  }
}
