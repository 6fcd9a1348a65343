package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lengths of time in Chinese: 三天, 两个星期, 半年, 一个半小时, 四年六个月, 十天半个月, 3~6个月. */
final class ChineseDurations implements Recogniser {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Longer words before their heads; the units stand in the same order. */
  private static final String[] WORDS = {
    "个工作日", "工作日", "个交易日", "交易日", "个小时", "小时", "个钟头", "钟头", "个钟", "刻钟", "分钟", "秒钟", "个季度", "季度",
    "个星期", "星期", "个礼拜", "礼拜", "个周", "周年", "周", "个月", "年", "载", "天", "日", "秒", "分", "h"
  };

  private static final Lapse.Unit[] UNITS = {
    Lapse.Unit.WORKDAY, Lapse.Unit.WORKDAY, Lapse.Unit.WORKDAY, Lapse.Unit.WORKDAY, Lapse.Unit.HOUR,
    Lapse.Unit.HOUR, Lapse.Unit.HOUR, Lapse.Unit.HOUR, Lapse.Unit.HOUR, Lapse.Unit.QUARTER_HOUR,
    Lapse.Unit.MINUTE, Lapse.Unit.SECOND, Lapse.Unit.QUARTER, Lapse.Unit.QUARTER, Lapse.Unit.WEEK,
    Lapse.Unit.WEEK, Lapse.Unit.WEEK, Lapse.Unit.WEEK, Lapse.Unit.WEEK, Lapse.Unit.YEAR,
    Lapse.Unit.WEEK, Lapse.Unit.MONTH, Lapse.Unit.YEAR, Lapse.Unit.YEAR, Lapse.Unit.DAY,
    Lapse.Unit.DAY, Lapse.Unit.SECOND, Lapse.Unit.MINUTE, Lapse.Unit.HOUR
  };

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    if (scene.before(start, 1) == '第' || scene.before(start, 1) == '前') {
      return null;
    }
    Range range = readRange(cursor);
    if (range == null || isNoLength(cursor, start)) {
      return null;
    }
    List<Value> others =
        range.low.value().equals(range.high.value()) ? List.of() : List.of(range.high.value());
    boolean vague =
        range.low.vague()
            || !others.isEmpty()
            || cursor.seesAny("以上", "以下", "左右", "多")
            || ChineseVague.around(scene, start, cursor);
    return new Mention(
        EntityType.DURATION, start, cursor.at(), range.low.value(), others, vague, 0.9);
  }

  /** 2024年 and 98年 are years, 一分 and 三分 are not minutes, 一日之计 is no day. */
  private static boolean isNoLength(Cursor cursor, int start) {
    String words = cursor.text().substring(start, cursor.at());
    boolean year = words.matches("(\\d{4}|\\d{2}|[零一二三四五六七八九]{2})年");
    boolean openYear = year && !cursor.seesAny("以上", "以下", "期");
    boolean points = words.endsWith("分") && words.length() <= 4;
    boolean proverb = words.equals("一日") || (words.equals("一天") && cursor.sees("到晚"));
    boolean dayOfMonth = words.matches("([12]?\\d|3[01])日");
    boolean often = words.endsWith("三天") && cursor.sees("两头");
    return openYear || points || proverb || dayOfMonth || often;
  }

  /** From a shortest to a longest length, mostly the same. */
  record Range(Lapse low, Lapse high) {}

  /** A length, or two that a connector or a unit joins: 3天——8天, 13—18天, 十天半个月, 七八天. */
  static @Nullable Range readRange(Cursor cursor) {
    int start = cursor.at();
    if (cursor.takeAny("十天半个月", "十天半月")) {
      return new Range(days(10), days(15));
    }
    if (cursor.take("三五天")) {
      return new Range(days(3), days(5));
    }
    if (cursor.take("大半天")) {
      return new Range(
          Lapse.of(HALF, Lapse.Unit.DAY).asVague(),
          Lapse.of(new BigDecimal("0.9"), Lapse.Unit.DAY).asVague());
    }
    if (cursor.take("大半年")) {
      return new Range(
          Lapse.of(HALF, Lapse.Unit.YEAR).asVague(), Lapse.of(BigDecimal.ONE, Lapse.Unit.YEAR));
    }
    if (cursor.takeAny("半拉月")) {
      Lapse half = Lapse.of(HALF, Lapse.Unit.MONTH).asVague();
      return new Range(half, half);
    }
    if (cursor.take("一年半载")) {
      return new Range(
          Lapse.of(HALF, Lapse.Unit.YEAR).asVague(), Lapse.of(BigDecimal.ONE, Lapse.Unit.YEAR));
    }
    if (cursor.take("个把月")) {
      Lapse month = Lapse.of(BigDecimal.ONE, Lapse.Unit.MONTH).asVague();
      return new Range(month, month);
    }
    Range first = readOne(cursor);
    if (first == null) {
      cursor.back(start);
      Range joined = readJoined(cursor);
      if (joined == null) {
        cursor.back(start);
      }
      return joined;
    }
    int end = cursor.at();
    cursor.takeAny("以上");
    cursor.take(",");
    boolean bound = cursor.at() > end;
    if (cursor.takeAny("--", "-", "~", "到", "至") || bound) {
      cursor.takeAny("-", "~");
      Range second = readOne(cursor);
      if (second != null && (!bound || cursor.take("以下"))) {
        return new Range(first.low, second.high);
      }
    }
    cursor.back(end);
    return first;
  }

  private static Lapse days(int days) {
    return Lapse.of(BigDecimal.valueOf(days), Lapse.Unit.DAY).asVague();
  }

  /** Two numbers with one unit: 3~6个月, 两万四千到3万秒. */
  private static @Nullable Range readJoined(Cursor cursor) {
    Count low = ChineseNumber.read(cursor);
    if (low == null || !cursor.takeAny("--", "-", "~", "到", "至")) {
      return null;
    }
    Count high = ChineseNumber.read(cursor);
    int unit = high == null ? -1 : cursor.choose(WORDS);
    if (high == null || unit < 0) {
      return null;
    }
    return new Range(
        Lapse.of(low.low(), UNITS[unit]).asVague(), Lapse.of(high.high(), UNITS[unit]));
  }

  private static @Nullable Range readOne(Cursor cursor) {
    Lapse low = Lapse.NONE;
    Lapse high = Lapse.NONE;
    int parts = 0;
    for (Range part = readPart(cursor); part != null; part = parts < 4 ? readPart(cursor) : null) {
      low = low.plus(part.low);
      high = high.plus(part.high);
      parts++;
      if (cursor.seesAny("三夜", "晚") || cursor.sees("春秋")) {
        cursor.takeAny("三夜", "春秋");
      }
      int end = cursor.at();
      Count nights = parts == 1 ? ChineseNumber.readWhole(cursor) : null;
      if (nights == null || !cursor.takeAny("晚", "夜")) {
        cursor.back(end);
      }
    }
    return parts == 0 ? null : new Range(low, high);
  }

  private static @Nullable Range readPart(Cursor cursor) {
    int start = cursor.at();
    boolean half = cursor.take("半");
    boolean tens = cursor.sees("几十");
    Count count = half ? null : twoOrThree(cursor);
    if (!half && count == null) {
      return null;
    }
    boolean mixed = !half && cursor.take("个半");
    boolean more = cursor.take("多") || (!half && !mixed && cursor.take("个多"));
    boolean bareMonth = half || mixed || more || "俩仨".indexOf(cursor.text().charAt(start)) >= 0;
    int place = cursor.choose(WORDS);
    if ((place < 0 && !(bareMonth && cursor.take("月")))
        || (place >= 0 && isOther(cursor, WORDS[place]))
        || (place >= 0 && isPaidBeside(cursor, start, WORDS[place]))) {
      cursor.back(start);
      return null;
    }
    Lapse.Unit unit = place < 0 ? Lapse.Unit.MONTH : UNITS[place];
    boolean halfMore = !half && !mixed && cursor.take("半");
    if (halfMore) {
      cursor.take("钟");
    }
    boolean over =
        more
            || (!half
                && cursor.here() == '多'
                && "少久".indexOf(cursor.ahead(1)) < 0
                && cursor.take("多"));
    BigDecimal extra = half || mixed || halfMore ? HALF : BigDecimal.ZERO;
    // Several tens are twenty at least.
    BigDecimal least = count == null ? BigDecimal.ZERO : count.low();
    Lapse low = Lapse.of((tens ? least.add(least) : least).add(extra), unit);
    Lapse high = Lapse.of(count == null ? extra : count.high().add(extra), unit);
    boolean vague = over || (count != null && count.vague());
    return new Range(vague ? low.asVague() : low, over ? high.asVague() : high);
  }

  /** 俩 and 仨 are two and three with their 个. */
  private static @Nullable Count twoOrThree(Cursor cursor) {
    int which = cursor.choose("俩", "仨");
    return which >= 0 ? Count.of(which + 2) : ChineseNumber.read(cursor);
  }

  /** 还一千年后再说: a sum, and what comes after New Year. */
  private static boolean isPaidBeside(Cursor cursor, int start, String unit) {
    char before = cursor.ahead(start - 1 - cursor.at());
    return unit.equals("年")
        && before != 0
        && "还付给交转打".indexOf(before) >= 0
        && ChineseDigit.isUnit(cursor.ahead(-2))
        && cursor.seesAny("前", "后", "底");
  }

  /** 两千礼拜五还: no two thousand weeks. */
  private static boolean isWeekday(Cursor cursor, int unit) {
    char before = cursor.ahead(-unit - 1);
    return cursor.seesOneOf("一二三四五六天日")
        && (ChineseDigit.isUnit(before) || Cursor.isDigit(cursor.ahead(-unit - 2)));
  }

  /** Whether the unit just taken begins another word. */
  private static boolean isOther(Cursor cursor, String unit) {
    return switch (unit) {
      case "年" -> cursor.seesAny("级", "代", "底", "初", "末");
      case "日" -> cursor.seesAny("元", "币");
      case "分" -> cursor.seesAny("期", "之", "成", "钱");
      case "h" -> !cursor.wordEnds();
      case "礼拜", "星期" -> isWeekday(cursor, unit.length());
      case "周" -> cursor.seesOneOf("转日末一二三四五六");
      default -> false;
    };
  }
}
