package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import io.heyue.core.understanding.entity.Anchor.InMonth;
import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.DayOfWeek;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Repetitions in Chinese as RFC 5545 rules: 每月15号, 每周五, 每隔3天, 每年春节, 每天晚上8点. */
final class ChineseRecurrences implements Recogniser {
  /** A month of 31 days, in which every day of a month exists. */
  private static final YearMonth LONG_MONTH = YearMonth.of(2024, 1);

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    if (!cursor.take("每") && !cursor.sees("按月") && !cursor.sees("月月")) {
      return null;
    }
    String rule = rule(cursor, scene);
    return rule == null
        ? null
        : Mention.sure(EntityType.RECURRENCE, start, cursor.at(), new Value.Recurrence(rule));
  }

  private static @Nullable String rule(Cursor cursor, Scene scene) {
    if (cursor.ahead(-1) != '每' && cursor.takeAny("按月", "月月")) {
      return "FREQ=MONTHLY";
    }
    cursor.take("逢");
    int start = cursor.at();
    if (cursor.takeAny("隔") || !cursor.seesAny("个", "一")) {
      String every = interval(cursor);
      if (every != null) {
        return every;
      }
      cursor.back(start);
    }
    cursor.takeAny("个", "一个", "一");
    if (cursor.takeAny("工作日", "周工作日", "周的工作日")) {
      return Rrule.WORKDAYS + clock(cursor, scene);
    }
    if (cursor.takeAny("周末")) {
      return "FREQ=WEEKLY;BYDAY=SA,SU" + clock(cursor, scene);
    }
    if (cursor.takeAny("周", "星期", "礼拜")) {
      return weekly(cursor) + clock(cursor, scene);
    }
    if (cursor.takeAny("天", "日")) {
      return "FREQ=DAILY" + clock(cursor, scene);
    }
    if (cursor.takeAny("月份", "月")) {
      return monthly(cursor) + clock(cursor, scene);
    }
    if (cursor.takeAny("季度", "季")) {
      return "FREQ=MONTHLY;INTERVAL=3";
    }
    return cursor.take("年") ? yearly(cursor, scene) : null;
  }

  /** 3天, 半年, 两周, 200秒: the length between two times. */
  private static @Nullable String interval(Cursor cursor) {
    ChineseDurations.Range range = ChineseDurations.readRange(cursor);
    return range == null ? null : Rrule.every(range.low());
  }

  private static String weekly(Cursor cursor) {
    StringBuilder days = new StringBuilder();
    cursor.take("的");
    cursor.takeAny("周", "星期");
    for (DayOfWeek day = ChineseWeeks.weekday(cursor); day != null; day = next(cursor)) {
      days.append(days.isEmpty() ? ";BYDAY=" : ",").append(day.name(), 0, 2);
      if (days.length() > 25) {
        break;
      }
    }
    return "FREQ=WEEKLY" + days;
  }

  private static @Nullable DayOfWeek next(Cursor cursor) {
    int end = cursor.at();
    cursor.takeAny("和", "、", ",", "跟");
    cursor.takeAny("每周", "周", "星期", "礼拜");
    DayOfWeek day = cursor.at() > end ? ChineseWeeks.weekday(cursor) : null;
    if (day == null) {
      cursor.back(end);
    }
    return day;
  }

  private static String monthly(Cursor cursor) {
    int start = cursor.at();
    cursor.take("的");
    if (cursor.takeAny("月底", "底", "月末", "末", "最后一天")) {
      return "FREQ=MONTHLY;BYMONTHDAY=-1";
    }
    if (cursor.takeAny("月初", "初") && ChineseDigit.anyValue(cursor.here()) < 0) {
      return "FREQ=MONTHLY;BYMONTHDAY=1";
    }
    InMonth days = ChineseMonths.inMonth(cursor, true);
    Stretch within = days == null ? null : days.of(LONG_MONTH);
    if (within == null || within.from() == null) {
      cursor.back(start);
      return "FREQ=MONTHLY";
    }
    return "FREQ=MONTHLY;BYMONTHDAY=" + within.firstDay().getDayOfMonth();
  }

  private static String yearly(Cursor cursor, Scene scene) {
    int start = cursor.at();
    cursor.take("的");
    InYear part = ChineseFeasts.inYear(cursor, true);
    if (part == null) {
      part = ChineseMonths.inYear(cursor);
    }
    if (part == null) {
      cursor.back(start);
      return "FREQ=YEARLY";
    }
    int end = cursor.at();
    InYear last = cursor.takeAny("到", "至", "-", "~") ? ChineseMonths.inYear(cursor) : null;
    if (last == null) {
      cursor.back(end);
    }
    return Rrule.yearly(part, last, scene.now().getYear());
  }

  /** The time of day behind the day, as parts of a rule; its end is not kept. */
  private static String clock(Cursor cursor, Scene scene) {
    Found from = ChineseClock.read(cursor, scene.now().toLocalDate(), true, null, Leaning.NEXT);
    if (from == null || from.stretch().from() == null) {
      return "";
    }
    int end = cursor.at();
    boolean range = cursor.takeAny("到", "至", "--", "-", "~");
    if (!range
        || ChineseClock.read(cursor, scene.now().toLocalDate(), true, from.part(), Leaning.NEXT)
            == null) {
      cursor.back(end);
    }
    return Rrule.clock(from.stretch());
  }
}
