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

  private static final int MOST_DAYS = 6;

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    String rule = cursor.take("每") ? rule(cursor, scene) : byPeriod(cursor);
    return rule == null
        ? null
        : Mention.sure(EntityType.RECURRENCE, start, cursor.at(), new Value.Recurrence(rule));
  }

  /** 按月, 按季度, 按半年, 隔周: by what the payments go. Null if none stands here. */
  private static @Nullable String byPeriod(Cursor cursor) {
    if (cursor.take("月月") || cursor.take("逐月")) {
      return "FREQ=MONTHLY";
    }
    boolean other = cursor.take("隔");
    if (!other && !cursor.take("按")) {
      return null;
    }
    cursor.takeAny("每个", "每", "着", "个");
    int which =
        cursor.choose(
            "季度", "半年", "两周", "双周", "两个月", "星期", "礼拜", "周", "月份", "月", "季", "年", "天", "日");
    boolean noun = cursor.seesOneOf("期化利息率数节供内龄轮");
    if (which < 0 || noun || (other && which >= 10) || (other && which < 5)) {
      return null;
    }
    return switch (which) {
      case 0, 10 -> "FREQ=MONTHLY;INTERVAL=3";
      case 1 -> "FREQ=MONTHLY;INTERVAL=6";
      case 2, 3 -> "FREQ=WEEKLY;INTERVAL=2";
      case 4 -> "FREQ=MONTHLY;INTERVAL=2";
      case 5, 6, 7 -> other ? "FREQ=WEEKLY;INTERVAL=2" : "FREQ=WEEKLY";
      case 8, 9 -> other ? "FREQ=MONTHLY;INTERVAL=2" : "FREQ=MONTHLY";
      case 11 -> "FREQ=YEARLY";
      default -> "FREQ=DAILY";
    };
  }

  private static @Nullable String rule(Cursor cursor, Scene scene) {
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
    cursor.takeAny("以及", "还有", "和", "、", ",", "跟", "与", "同", "及");
    cursor.takeAny("每周", "周", "星期", "礼拜");
    boolean listed = cursor.at() > end || isDayInRow(cursor);
    DayOfWeek day = listed ? ChineseWeeks.weekday(cursor) : null;
    if (day == null) {
      cursor.back(end);
    }
    return day;
  }

  /** 周二四六: figures that ascend, none of which counts what stands behind them. */
  private static boolean isDayInRow(Cursor cursor) {
    int length = 0;
    int before = "一二三四五六".indexOf(cursor.ahead(-1));
    for (int day = "一二三四五六日".indexOf(cursor.here()); day > before && before >= 0; ) {
      length++;
      before = day;
      day = cursor.ahead(length) == 0 ? -1 : "一二三四五六日".indexOf(cursor.ahead(length));
    }
    char behind = cursor.ahead(length);
    return length > 0 && (behind == 0 || "零七八九十百千万几两点时次笔期回遍趟个号天毛块元年月人通条分半".indexOf(behind) < 0);
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
    return "FREQ=MONTHLY;BYMONTHDAY=" + within.firstDay().getDayOfMonth() + moreDays(cursor);
  }

  /** 每月一号和十五号, 每月5号、15号、25号: the further days of the month. */
  private static String moreDays(Cursor cursor) {
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < MOST_DAYS; i++) {
      int end = cursor.at();
      cursor.takeAny("以及", "还有", "和", "、", "跟", "与", "同", "及");
      Count day = ChineseNumber.readWhole(cursor);
      boolean named = cursor.takeAny("号", "日") || isListed(cursor);
      if (day == null || day.isRange() || !day.within(1, 31) || !named) {
        cursor.back(end);
        break;
      }
      more.append(',').append(day.toInt());
    }
    return more.toString();
  }

  /** 每月5、15、25号: another day follows, whose 号 serves this one too. */
  private static boolean isListed(Cursor cursor) {
    Cursor ahead = cursor.copy();
    Count day = ahead.takeAny("和", "、", "跟") ? ChineseNumber.readWhole(ahead) : null;
    return day != null && day.within(1, 31) && ahead.seesOneOf("号日、和");
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
