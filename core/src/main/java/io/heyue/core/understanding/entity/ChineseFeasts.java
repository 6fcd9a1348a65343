package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Feasts, solar terms and days of the lunar calendar: 春节, 国庆, 冬至, 农历腊月二十, 八月十五, 廿一. */
final class ChineseFeasts {
  private static final Map<String, InYear> FEASTS = new HashMap<>();
  private static final List<String> TERMS =
      List.of(
          "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降",
          "立冬", "小雪", "大雪", "冬至", "小寒", "大寒", "立春", "雨水", "惊蛰");

  static {
    feast(Feasts.on(1, 1), "元旦", "阳历年");
    feast(Feasts.lunar(1, 1), "春节", "大年初一", "农历新年", "过年", "新春");
    feast(Feasts.newYearsEve(), "除夕", "大年三十", "年三十", "大年夜");
    feast(Feasts.lunar(1, 15), "元宵节", "元宵", "农历元宵");
    feast(Feasts.lunar(5, 5), "端午节", "端午");
    feast(Feasts.lunar(7, 7), "七夕节", "七夕");
    feast(Feasts.lunar(7, 15), "中元节");
    feast(Feasts.lunar(8, 15), "中秋节", "中秋");
    feast(Feasts.lunar(9, 9), "重阳节", "重阳");
    feast(Feasts.lunar(12, 8), "腊八节", "腊八");
    feast(Feasts.lunar(12, 23), "小年");
    feast(Feasts.on(2, 14), "情人节");
    feast(Feasts.on(3, 8), "妇女节", "三八节", "三八妇女节");
    feast(Feasts.on(3, 12), "植树节");
    feast(Feasts.on(4, 1), "愚人节");
    feast(Feasts.on(5, 1), "五一劳动节", "五一", "劳动节");
    feast(Feasts.on(5, 4), "青年节");
    feast(Feasts.on(6, 1), "六一儿童节", "儿童节", "六一");
    feast(Feasts.on(7, 1), "建党节");
    feast(Feasts.on(8, 1), "建军节");
    feast(Feasts.on(9, 10), "教师节");
    feast(Feasts.on(10, 1), "国庆节", "国庆", "十一国庆", "十一长假");
    feast(Feasts.on(11, 11), "双十一", "双11");
    feast(Feasts.on(12, 12), "双十二", "双12");
    feast(Feasts.on(12, 24), "平安夜");
    feast(Feasts.on(12, 25), "圣诞节", "圣诞");
    feast(Feasts.weekday(2, DayOfWeek.SUNDAY, 5), "母亲节");
    feast(Feasts.weekday(3, DayOfWeek.SUNDAY, 6), "父亲节");
    feast(Feasts.weekday(4, DayOfWeek.THURSDAY, 11), "感恩节");
    for (int i = 0; i < TERMS.size(); i++) {
      String name = TERMS.get(i);
      feast(Feasts.term(i * 15), name.equals("清明") ? "清明节" : name, name);
    }
  }

  private static final int LONGEST =
      FEASTS.keySet().stream().mapToInt(String::length).max().orElseThrow();

  private ChineseFeasts() {}

  private static void feast(InYear rule, String... names) {
    for (String name : names) {
      FEASTS.put(name, rule);
    }
  }

  /**
   * A day, or a lunar month, of a year. Null if none stands here.
   *
   * @param named whether the year was named right before
   */
  static @Nullable InYear inYear(Cursor cursor, boolean named) {
    int start = cursor.at();
    InYear feast = feast(cursor);
    if (feast != null) {
      return feast;
    }
    InYear season = season(cursor, named);
    if (season != null) {
      return season;
    }
    cursor.back(start);
    InYear lunar = lunar(cursor);
    if (lunar == null) {
      cursor.back(start);
    }
    return lunar;
  }

  private static @Nullable InYear feast(Cursor cursor) {
    if (cursor.seesAny("十一前", "十一之前", "十一长假", "十一放假", "十一期间", "十一黄金周", "十一过后", "十一过完", "十一之后")
        && cursor.take("十一")) {
      return Feasts.on(10, 1);
    }
    if (isNewYear(cursor) && cursor.take("年")) {
      return Feasts.lunar(1, 1);
    }
    int most = Math.min(LONGEST, cursor.text().length() - cursor.at());
    for (int length = most; length >= 2; length--) {
      String word = cursor.text().substring(cursor.at(), cursor.at() + length);
      InYear feast = FEASTS.get(word);
      if (feast != null) {
        cursor.take(word);
        boolean number =
            (word.equals("五一") || word.equals("六一")) && cursor.seesOneOf("零一二三四五六七八九十");
        if (number
            || (word.equals("小年") && cursor.seesAny("轻"))
            || (word.equals("过年") && cursor.sees("费"))) {
          cursor.back(cursor.at() - length);
          return null;
        }
        cursor.take("当天");
        return feast;
      }
    }
    return null;
  }

  /** 年前 and 年后 without a number or another word for a year: around the Spring Festival. */
  private static boolean isNewYear(Cursor cursor) {
    char before = cursor.ahead(-1);
    boolean open =
        before == 0 || !Character.isLetterOrDigit(before) || "还付给交在到等我百千万说".indexOf(before) >= 0;
    return open && cursor.seesAny("年前", "年后") && !cursor.seesAny("年前后", "年前面", "年后面");
  }

  private static @Nullable InYear season(Cursor cursor, boolean named) {
    int which = cursor.choose("春季", "春天", "夏季", "夏天", "秋季", "秋天", "冬季", "冬天", "暑假", "寒假");
    if (which < 0 && named && !cursor.seesAny("春节", "秋收", "夏至", "冬至", "春分", "秋分")) {
      int brief = cursor.choose("春", "夏", "秋", "冬");
      which = brief < 0 ? -1 : brief * 2;
    }
    if (which < 0) {
      return null;
    }
    if (which >= 8) {
      return which == 8
          ? year -> Stretch.months(year, 7, 8).asVague()
          : year -> Stretch.months(year, 1, 2).asVague();
    }
    int degrees = (315 + which / 2 * 90) % 360;
    return year -> {
      LocalDate first = SolarTerms.day(year, degrees);
      int next = (degrees + 90) % 360;
      LocalDate last = SolarTerms.day(next == 315 ? year + 1 : year, next).minusDays(1);
      return Stretch.days(first, last, Grain.DAY);
    };
  }

  private static @Nullable InYear lunar(Cursor cursor) {
    return month(cursor, cursor.takeAny("农历的", "农历", "阴历", "旧历"));
  }

  /** A month of the lunar calendar, which the words before it named. Null if none stands here. */
  static @Nullable InYear lunarMonth(Cursor cursor) {
    return month(cursor, true);
  }

  private static @Nullable InYear month(Cursor cursor, boolean said) {
    if (cursor.seesAny("大年初", "年初") && !said) {
      int start = cursor.at();
      cursor.takeAny("大年", "年");
      int day = lunarDay(cursor);
      if (day > 0) {
        return Feasts.lunar(1, day);
      }
      cursor.back(start);
    }
    boolean leap = cursor.take("闰");
    int named = cursor.choose("正月", "冬月", "腊月");
    int month = named < 0 ? -1 : named == 0 ? 1 : named + 10;
    if (named < 0) {
      int start = cursor.at();
      Count number = ChineseNumber.readWhole(cursor);
      if (number != null && number.within(1, 12) && cursor.take("月")) {
        month = number.toInt();
      } else {
        cursor.back(start);
        return null;
      }
    }
    boolean certain = said || leap || named >= 0;
    int day = lunarDay(cursor);
    if (day < 0 && certain) {
      day = plainDay(cursor);
    }
    if (day < 0 && !certain && month == 8 && cursor.sees("十五") && !isSolarDay(cursor)) {
      cursor.take("十五");
      day = 15;
    }
    if (day < 0 && !certain) {
      return null;
    }
    return rule(month, leap, day);
  }

  private static boolean isSolarDay(Cursor cursor) {
    return "号日六七八".indexOf(cursor.ahead(2)) >= 0 && cursor.ahead(2) != 0;
  }

  private static InYear rule(int month, boolean leap, int day) {
    if (day > 0) {
      return year -> Feasts.stretch(Lunar.find(year, month, leap, day));
    }
    return year -> {
      int length = Lunar.monthLength(year, month, leap);
      LocalDate first = Lunar.find(year, month, leap, 1).orElse(null);
      return first == null ? null : Stretch.days(first, first.plusDays(length - 1L), Grain.DAY);
    };
  }

  /**
   * A day of the lunar month that has it next: 廿一, 初八. The first three are left out: 初三 is a grade
   * at school. Null if none stands here.
   */
  static @Nullable Found dayOfMonth(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    boolean early = cursor.here() == '初';
    int day = lunarDay(cursor);
    boolean meant = early ? day > 3 : day > 20;
    if (!meant || cursor.seesOneOf("号日块元千万百个中年级月期点")) {
      cursor.back(start);
      return null;
    }
    int year = anchor.now().getYear();
    LocalDate today = anchor.today();
    LocalDate next =
        IntStream.range(0, 36)
            .mapToObj(month -> days(year - 1 + month / 12, month % 12 + 1, day))
            .flatMap(Function.identity())
            .filter(found -> !found.isBefore(today))
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (next == null) {
      cursor.back(start);
      return null;
    }
    return Found.date(Stretch.day(next));
  }

  /** A day of a lunar month, and of its leap month where the year has one. */
  private static Stream<LocalDate> days(int year, int month, int day) {
    return Stream.of(false, true).flatMap(leap -> Lunar.find(year, month, leap, day).stream());
  }

  /** 初五, 初10, 廿二, 廿; -1 if there is none. */
  private static int lunarDay(Cursor cursor) {
    int start = cursor.at();
    if (cursor.take("初")) {
      Count day = ChineseNumber.readWhole(cursor);
      if (day != null && day.within(1, 10)) {
        return day.toInt();
      }
    } else if (cursor.take("廿")) {
      int digit = ChineseDigit.value(cursor.here());
      if (digit > 0) {
        cursor.back(cursor.at() + 1);
      }
      return 20 + Math.max(0, digit);
    }
    cursor.back(start);
    return -1;
  }

  private static int plainDay(Cursor cursor) {
    int start = cursor.at();
    Count day = ChineseNumber.readWhole(cursor);
    if (day == null || !day.within(1, 30) || cursor.seesOneOf("点时个块元月天万千百吨")) {
      cursor.back(start);
      return -1;
    }
    cursor.takeAny("日", "号");
    return day.toInt();
  }
}
