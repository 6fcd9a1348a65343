package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.entity.Anchor.InMonth;
import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Months in Chinese and what lies in them: 十二月20号, 下个月十五号, 月底, 6月上旬, 本月第2周. */
final class ChineseMonths {
  private static final String[] RELATIVE = {
    "上上个月", "上上月", "上一个月", "上个月", "上月", "这一个月", "这个月", "呢个月", "这月", "本月", "当月", "同月", "下下个月", "下下月",
    "下一个月", "下个月", "下月"
  };
  private static final int[] SHIFTS = {-2, -2, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1, 1};

  private ChineseMonths() {}

  /** A month of a year and maybe days of it: 12月30号, 1月3, 十二月. Null if none stands here. */
  static @Nullable InYear inYear(Cursor cursor) {
    int start = cursor.at();
    Count month = ChineseNumber.readWhole(cursor);
    if (month == null || !month.within(1, 12)) {
      cursor.back(start);
      return null;
    }
    int first = month.toInt();
    int last = first;
    if (cursor.seesAny("-", "~", "到", "至") && !cursor.sees("到月")) {
      cursor.takeAny("--", "-", "~", "到", "至");
      Count end = ChineseNumber.readWhole(cursor);
      if (end == null || !end.within(first + 1, 12)) {
        cursor.back(start);
        return null;
      }
      last = end.toInt();
    }
    if (!cursor.takeAny("月份", "月") || cursor.sees("供")) {
      cursor.back(start);
      return null;
    }
    int to = last;
    if (to > first) {
      return year -> Stretch.months(year, first, to);
    }
    int monthEnd = cursor.at();
    cursor.takeAny("的", "里的");
    InMonth part = inMonth(cursor, true);
    if (part == null) {
      cursor.back(monthEnd);
      return year -> Stretch.month(YearMonth.of(year, first));
    }
    return year -> part.of(YearMonth.of(year, first));
  }

  /** A month named from now on: 下个月, 本月. Null if none stands here. */
  static @Nullable YearMonth relative(Cursor cursor, Anchor anchor) {
    int which = cursor.choose(RELATIVE);
    if (which < 0) {
      return null;
    }
    cursor.take("份");
    return YearMonth.from(anchor.now()).plusMonths(SHIFTS[which]);
  }

  /**
   * Days of a month: 十五号, 底, 上旬, 第2周, 前两天.
   *
   * @param named whether the month was named right before, so that its parts may be named briefly
   */
  static @Nullable InMonth inMonth(Cursor cursor, boolean named) {
    int start = cursor.at();
    cursor.space();
    InMonth part = section(cursor, named);
    if (part == null) {
      part = days(cursor, named);
    }
    if (part == null && named) {
      part = nth(cursor);
    }
    if (part == null) {
      cursor.back(start);
    }
    return part;
  }

  private static @Nullable InMonth section(Cursor cursor, boolean named) {
    boolean beginning = cursor.takeAny("月初", "月头") || (named && cursor.takeAny("头上", "初", "头"));
    if (beginning && !cursor.seesOneOf("一二三四五六七八九十")) {
      return month -> span(month, 1, 5);
    }
    if (cursor.takeAny("月底", "月末", "月尾") || (named && cursor.takeAny("底", "末", "尾"))) {
      return month -> span(month, 25, 31);
    }
    if (cursor.take("上旬")) {
      return month -> span(month, 1, 10);
    }
    if (cursor.take("中旬")) {
      return month -> span(month, 11, 20);
    }
    if (cursor.take("下旬")) {
      return month -> span(month, 21, 31);
    }
    if (cursor.take("月中")
        || (named && cursor.here() == '中' && cursor.ahead(1) != '秋' && cursor.take("中"))) {
      return month -> span(month, 13, 17);
    }
    return null;
  }

  private static Stretch span(YearMonth month, int first, int last) {
    LocalDate end = month.atDay(Math.min(last, month.lengthOfMonth()));
    return Stretch.days(month.atDay(first), end, Grain.DAY).asVague();
  }

  private static @Nullable InMonth days(Cursor cursor, boolean named) {
    int start = cursor.at();
    if (named && cursor.take("最后一天")) {
      return month -> Stretch.day(month.atEndOfMonth());
    }
    int head = named ? cursor.choose("前", "头", "最后", "后") : -1;
    if (head >= 0) {
      Count length = ChineseNumber.readWhole(cursor);
      if (length != null && length.within(1, 28) && cursor.takeAny("天", "日")) {
        int days = length.toInt();
        return head < 2
            ? month -> Stretch.days(month.atDay(1), month.atDay(days), Grain.DAY)
            : month ->
                Stretch.days(month.atEndOfMonth().minusDays(days), month.atEndOfMonth(), Grain.DAY);
      }
      cursor.back(start);
      return null;
    }
    boolean pair = cursor.here() == '两' || cursor.here() == '几';
    Count first = pair ? null : ChineseNumber.readWhole(cursor);
    if (first == null || !first.within(1, 31)) {
      return null;
    }
    Count last = first;
    int end = cursor.at();
    if (cursor.takeAny("--", "-", "~", "到", "至")) {
      last = ChineseNumber.readWhole(cursor);
      if (last == null || !last.within(first.toInt() + 1, 31) || !cursor.seesAny("日", "号")) {
        cursor.back(end);
        last = first;
      }
    }
    boolean signed =
        !cursor.seesAny("日元", "日币", "号码", "号楼", "号线", "号卡") && cursor.takeAny("日", "号");
    if (!signed && !(named && isBareDay(cursor))) {
      cursor.back(start);
      return null;
    }
    int from = first.toInt();
    int to = last.high().intValue();
    boolean guess = first.isRange();
    return month -> {
      if (from > month.lengthOfMonth()) {
        return null;
      }
      LocalDate close = month.atDay(Math.min(to, month.lengthOfMonth()));
      Stretch days = Stretch.days(month.atDay(from), close, Grain.DAY);
      return guess ? days.asVague() : days;
    };
  }

  /** 10月22出生: nothing follows that the number would count. */
  private static boolean isBareDay(Cursor cursor) {
    return !cursor.seesOneOf("个月天年点时分块元万千百亿次人期周%岁台件多几吨半:./");
  }

  private static @Nullable InMonth nth(Cursor cursor) {
    int start = cursor.at();
    cursor.take("的");
    if (!cursor.take("第")) {
      cursor.back(start);
      return null;
    }
    Count number = ChineseNumber.readWhole(cursor);
    if (number == null || !number.within(1, 31)) {
      cursor.back(start);
      return null;
    }
    int which = number.toInt();
    cursor.take("个");
    if (cursor.take("天")) {
      return month -> which > month.lengthOfMonth() ? null : Stretch.day(month.atDay(which));
    }
    if (which > 5 || !cursor.takeAny("周", "星期", "礼拜")) {
      cursor.back(start);
      return null;
    }
    DayOfWeek day = ChineseWeeks.weekday(cursor);
    return day == null
        ? month -> Stretch.week(first(month, DayOfWeek.MONDAY).plusWeeks(which - 1L))
        : month -> Stretch.day(first(month, day).plusWeeks(which - 1L));
  }

  private static LocalDate first(YearMonth month, DayOfWeek day) {
    return month.atDay(1).with(TemporalAdjusters.firstInMonth(day));
  }
}
