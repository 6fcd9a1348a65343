package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Times of day in Chinese: 下午三点半, 晚上8点, 12:37, 十一点一刻, 上午, 凌晨. */
final class ChineseClock {
  /** Parts of the day, also in Cantonese (晏昼), Wu (下半日), Hokkien (下晡) and the north (后晌). */
  private static final WordList<DayPart> PARTS =
      new WordList.Builder<DayPart>()
          .add(DayPart.MORNING, "大清早", "一大早", "清早", "清晨", "早晨", "早上", "早间", "大早上", "早")
          .add(DayPart.MORNING, "朝头早", "朝早", "早浪向", "早浪", "朝")
          .add(DayPart.SMALL_HOURS, "凌晨")
          .add(DayPart.DAWN, "黎明", "拂晓", "透早", "麻麻亮")
          .add(DayPart.FORENOON, "上午", "上昼", "上半日", "前半晌", "头晌", "前晌")
          .add(DayPart.NOON, "中午", "正午", "晌午", "中昼", "大中午")
          .add(DayPart.EARLY_AFTERNOON, "午后")
          .add(DayPart.AFTERNOON, "下午", "下昼", "晏昼", "下半日", "后半晌", "后晌", "过晌", "下晌", "下晡")
          .add(DayPart.DUSK, "傍晚", "黄昏", "挨晚", "傍黑", "擦黑")
          .add(DayPart.EVENING, "晚上", "晚间", "大晚上", "晚黑", "夜晚黑", "夜到", "暗时", "晚夕", "晚")
          .add(DayPart.NIGHT, "夜晚", "夜里", "夜里向", "夜间", "深夜")
          .add(DayPart.MIDNIGHT, "午夜", "半夜", "大半夜")
          .add(DayPart.LATE_NIGHT, "后半夜")
          .add(DayPart.DAYTIME, "白天", "大白天")
          .add(DayPart.WHOLE_DAY, "全天")
          .build();

  private ChineseClock() {}

  /**
   * A time of {@code day}.
   *
   * @param dated whether the day was named right before, which lets 早 and 晚 stand for its parts
   * @param inherited the part of the day that the beginning of a range named
   */
  static @Nullable Found read(
      Cursor cursor, LocalDate day, boolean dated, @Nullable DayPart inherited, Leaning leaning) {
    int start = cursor.at();
    cursor.space();
    boolean of = dated && cursor.take("的");
    int partAt = cursor.at();
    DayPart named = partOf(cursor);
    boolean single = cursor.at() - partAt == 1;
    int partEnd = cursor.at();
    cursor.space();
    Found clock = clock(cursor, day, dated, named, inherited, leaning);
    if (clock != null) {
      return clock;
    }
    cursor.back(partEnd);
    boolean greeting = cursor.sees("好") && !cursor.sees("好像");
    if (named == null
        || (single && !dated)
        || (greeting && !dated)
        || (of && named == DayPart.WHOLE_DAY)) {
      cursor.back(start);
      return null;
    }
    return new Found(named.on(day), dated, null, named);
  }

  /** 朝 is a morning only in 听朝 and 琴朝; elsewhere it means towards. */
  private static @Nullable DayPart partOf(Cursor cursor) {
    int start = cursor.at();
    DayPart part = PARTS.take(cursor);
    boolean towards =
        part != null
            && cursor.at() - start == 1
            && cursor.ahead(-1) == '朝'
            && "听琴寻".indexOf(cursor.ahead(-2)) < 0;
    if (towards) {
      cursor.back(start);
      return null;
    }
    return part;
  }

  private static @Nullable Found clock(
      Cursor cursor,
      LocalDate day,
      boolean dated,
      @Nullable DayPart named,
      @Nullable DayPart inherited,
      Leaning leaning) {
    int start = cursor.at();
    Reading reading = colon(cursor);
    if (reading == null) {
      reading = spoken(cursor, dated || named != null || inherited != null);
    }
    if (reading == null || reading.hour > 24 || reading.minute > 59) {
      cursor.back(start);
      return null;
    }
    DayPart part = named == null ? inherited : named;
    boolean open = part == null && reading.spoken && reading.hour >= 1 && reading.hour <= 12;
    int hour = part == null ? reading.hour : part.hour(reading.hour);
    int last = part == null ? reading.lastHour : part.hour(reading.lastHour);
    if (open && (hour < 7) != (leaning == Leaning.OTHER_HALF) && hour < 12) {
      hour += 12;
      last += 12;
    }
    LocalDateTime from = day.atStartOfDay().plusHours(hour).plusMinutes(reading.minute);
    Stretch stretch = Stretch.clock(from.plusSeconds(reading.second), reading.grain);
    if (last > hour) {
      stretch =
          stretch.through(Stretch.clock(day.atStartOfDay().plusHours(last), Grain.HOUR)).asVague();
    }
    return new Found(
        reading.vague ? stretch.asVague() : stretch,
        dated,
        open && hour != 12 ? Leaning.OTHER_HALF : null,
        part);
  }

  private record Reading(
      int hour, int lastHour, int minute, int second, Grain grain, boolean spoken, boolean vague) {}

  /** 12:37, 6:42:02. */
  private static @Nullable Reading colon(Cursor cursor) {
    int start = cursor.at();
    int hour = cursor.digits(1, 2);
    if (hour < 0 || !cursor.take(":")) {
      cursor.back(start);
      return null;
    }
    int minute = cursor.digits(2, 2);
    if (minute < 0) {
      cursor.back(start);
      return null;
    }
    int end = cursor.at();
    int second = cursor.take(":") ? cursor.digits(2, 2) : -1;
    if (second < 0 || second > 59) {
      cursor.back(end);
      cursor.takeAny("时", "分");
      return new Reading(hour, hour, minute, 0, Grain.MINUTE, false, false);
    }
    return new Reading(hour, hour, minute, second, Grain.SECOND, false, false);
  }

  /** 三点半, 8点11分许, 九点零九, 20时1刻, 七八点, 5点多钟. */
  private static @Nullable Reading spoken(Cursor cursor, boolean clear) {
    Count hours = ChineseNumber.readWhole(cursor);
    if (hours == null || !hours.within(0, 24) || hours.high().intValue() > 24) {
      return null;
    }
    boolean time = cursor.here() == '时' && "候间期常不刻".indexOf(cursor.ahead(1)) < 0;
    if (isBeginning(cursor)) {
      return new Reading(hours.toInt(), hours.toInt(), 0, 0, Grain.HOUR, true, false);
    }
    if (!cursor.take("点") && !(time && cursor.take("时"))) {
      return null;
    }
    int hour = hours.toInt();
    int last = hours.high().intValue();
    if (cursor.takeAny("半钟", "半")) {
      return new Reading(hour, last, 30, 0, Grain.MINUTE, true, hours.vague());
    }
    if (cursor.takeAny("多钟", "多", "来钟", "许")) {
      return new Reading(hour, last, 0, 0, Grain.HOUR, true, true);
    }
    if (cursor.takeAny("钟整", "钟", "整")) {
      return new Reading(hour, last, 0, 0, Grain.HOUR, true, hours.vague());
    }
    int hourEnd = cursor.at();
    Count minutes = ChineseNumber.readWhole(cursor);
    if (minutes != null && minutes.within(1, 3) && cursor.takeAny("刻钟", "刻")) {
      return new Reading(hour, last, minutes.toInt() * 15, 0, Grain.MINUTE, true, hours.vague());
    }
    if (minutes != null && minutes.within(0, 59)) {
      boolean two = cursor.at() - hourEnd >= 2 || minutes.form() == Count.Form.UNITS;
      boolean named = cursor.take("分");
      if (named) {
        cursor.take("钟");
        return seconds(
            cursor, new Reading(hour, last, minutes.toInt(), 0, Grain.MINUTE, true, hours.vague()));
      }
      if (two && !cursor.seesOneOf("块元度万千百%个号")) {
        return new Reading(hour, last, minutes.toInt(), 0, Grain.MINUTE, true, hours.vague());
      }
    }
    cursor.back(hourEnd);
    boolean decimal = ChineseDigit.anyValue(cursor.here()) >= 0;
    boolean little = hours.form() == Count.Form.DIGIT && hour <= 2 && !clear;
    boolean points =
        cursor.seesOneOf("左")
            ? false
            : cursor.seesAny("建议", "意见", "要求", "钱", "儿", "都不", "也不", "关系");
    return decimal || little || points
        ? null
        : new Reading(hour, last, 0, 0, Grain.HOUR, true, hours.vague());
  }

  /** 9~11点: the hour's name comes only behind the second number. */
  private static boolean isBeginning(Cursor cursor) {
    Cursor ahead = cursor.copy();
    if (!ahead.takeAny("--", "-", "~", "到", "至")) {
      return false;
    }
    ahead.takeAny("-", "~");
    Count hours = ChineseNumber.readWhole(ahead);
    return hours != null && hours.within(0, 24) && ahead.here() == '点';
  }

  private static Reading seconds(Cursor cursor, Reading minute) {
    int end = cursor.at();
    Count seconds = ChineseNumber.readWhole(cursor);
    if (seconds == null || !seconds.within(0, 59) || !cursor.take("秒")) {
      cursor.back(end);
      cursor.take("许");
      return minute;
    }
    return new Reading(
        minute.hour, minute.hour, minute.minute, seconds.toInt(), Grain.SECOND, true, minute.vague);
  }
}
