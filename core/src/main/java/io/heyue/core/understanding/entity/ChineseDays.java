package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days counted from today: 明天, 大后天, 前天, 今晚, 次日, in Cantonese 听日, in Wu 明朝. */
final class ChineseDays {
  private static final String[] WORDS = {
    "大大后", "大后", "外后", "后", "明", "今", "昨", "大大前", "大前", "前", "当", "本", "次", "翌", "第二", "听", "琴",
    "寻", "夜儿"
  };
  private static final int[] SHIFTS = {
    4, 3, 3, 2, 1, 0, -1, -4, -3, -2, 0, 0, 1, 1, 1, 1, -1, -1, -1
  };

  /** Days whose whole word belongs to a dialect: Hokkien 明仔载, Hakka 天光日, Wu 昨日子. */
  private static final String[] DIALECT = {
    "明仔早起", "明仔载", "明仔日", "今仔日", "昨昏", "天光日", "今晡日", "昨晡日", "秋晡日"
  };

  private static final int[] DIALECT_SHIFTS = {1, 1, 1, 0, -1, 1, 0, -1, -1};

  private ChineseDays() {}

  /** The day that stands here; of 今晚 only 今 is taken. The cursor stays if there is none. */
  static @Nullable Found read(Cursor cursor, Anchor anchor) {
    int begin = cursor.at();
    int dialect = cursor.choose(DIALECT);
    if (dialect >= 0) {
      return Found.date(Stretch.day(anchor.today().plusDays(DIALECT_SHIFTS[dialect])));
    }
    int pair = cursor.choose("明后两天", "明后天", "今明两天", "今明天");
    if (pair >= 0) {
      LocalDate first = anchor.today().plusDays(pair < 2 ? 1 : 0);
      return Found.date(Stretch.days(first, first.plusDays(1), Grain.DAY));
    }
    int which = cursor.choose(WORDS);
    if (which < 0 && cursor.take("第")) {
      return nth(cursor, begin, anchor);
    }
    if (which < 0) {
      return null;
    }
    String word = WORDS[which];
    if (!takesDay(cursor, word)) {
      cursor.back(begin);
      return null;
    }
    Found given = anchor.given();
    boolean follows = word.equals("次") || word.equals("翌") || word.equals("第二");
    LocalDate start = given != null && follows ? given.stretch().firstDay() : anchor.today();
    return Found.date(Stretch.day(start.plusDays(SHIFTS[which])));
  }

  /** 第三天: today is the first. */
  private static @Nullable Found nth(Cursor cursor, int begin, Anchor anchor) {
    Count number = ChineseNumber.readWhole(cursor);
    if (number == null || !number.within(2, 366) || !cursor.take("天")) {
      cursor.back(begin);
      return null;
    }
    return Found.date(Stretch.day(anchor.today().plusDays(number.toInt() - 1L)));
  }

  private static boolean takesDay(Cursor cursor, String word) {
    return switch (word) {
      case "今", "明" ->
          isPart(cursor, "晚早晨夜") || cursor.sees("朝早") || cursor.takeAny("天", "日", "儿个", "儿", "朝");
      case "听", "琴", "寻" ->
          (isPart(cursor, "晚夜朝") && !cursor.sees("晚辈")) || (!cursor.sees("日常") && cursor.take("日"));
      case "夜儿" -> cursor.take("个");
      case "昨" -> isPart(cursor, "晚夜") || cursor.takeAny("天", "日", "儿个", "儿");
      case "当" -> isPart(cursor, "晚夜") || cursor.takeAny("天", "日");
      case "次" -> isPart(cursor, "晨") || cursor.take("日");
      case "本", "翌" -> cursor.take("日");
      case "第二" -> cursor.take("天");
      case "后" -> !cursor.sees("天台") && cursor.takeAny("天", "日", "儿个", "儿");
      default -> cursor.takeAny("天", "日");
    };
  }

  /** 今晚, 明早: a part of the day follows, which is not taken. */
  private static boolean isPart(Cursor cursor, String parts) {
    return cursor.seesOneOf(parts) && cursor.ahead(1) != '饭';
  }
}
