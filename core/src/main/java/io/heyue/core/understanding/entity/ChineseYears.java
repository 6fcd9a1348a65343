package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Years in Chinese: 今年, 大前年, 2026年, 二零零三年, 98年, 上世纪80年代. */
final class ChineseYears {
  private static final String[] WORDS = {
    "今年子", "去年子", "明年子", "大前年", "前年", "去年", "上一年", "上年", "今年", "本年度", "本年", "当年", "这一年", "这年", "明年",
    "次年", "来年", "下一年", "大后年", "后年", "旧年"
  };
  private static final int[] SHIFTS = {
    0, -1, 1, -3, -2, -1, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 3, 2, -1
  };

  private ChineseYears() {}

  /** The year or years that stand here; the cursor stays if there are none. */
  static @Nullable Stretch read(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int year = anchor.now().getYear();
    if (cursor.take("今明两年")) {
      return Stretch.year(year).through(Stretch.year(year + 1));
    }
    int word = cursor.choose(WORDS);
    if (word >= 0) {
      return Stretch.year(year + SHIFTS[word]);
    }
    Stretch age = century(cursor, anchor);
    if (age != null) {
      return age;
    }
    cursor.back(start);
    Stretch written = written(cursor, anchor);
    if (written == null) {
      cursor.back(start);
    }
    return written;
  }

  private static @Nullable Stretch written(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    Integer first = number(cursor, anchor);
    if (first == null) {
      return null;
    }
    if (cursor.take("年")) {
      boolean part = cursor.here() == '前' && ChineseDigit.anyValue(cursor.ahead(1)) > 0;
      boolean other = cursor.seesAny("级", "期", "限", "以上", "以下", "多", "半", "内的");
      boolean age =
          !part && cursor.at() - start == 3 && cursor.seesAny("前", "后", "内", "以", "之", "来");
      return other || age ? null : Stretch.year(first);
    }
    if (cursor.at() - start == 4
        && Cursor.isDigit(cursor.text().charAt(start))
        && cursor.takeAny("--", "-", "~", "到", "至")) {
      Integer last = number(cursor, anchor);
      if (last != null && last > first && cursor.take("年")) {
        // 2020至2025年前 still begins with the first of them.
        cursor.takeAny("之前", "以前", "前");
        return Stretch.year(first).through(Stretch.year(last));
      }
    }
    return null;
  }

  /** Four digits, or the last two of a year near to now; in either script. */
  private static @Nullable Integer number(Cursor cursor, Anchor anchor) {
    int length = 0;
    int value = 0;
    while (length <= 4 && ChineseDigit.anyValue(cursor.ahead(length)) >= 0) {
      if (cursor.ahead(length) == '两') {
        return null;
      }
      value = value * 10 + ChineseDigit.anyValue(cursor.ahead(length));
      length++;
    }
    if (length == 4 && value >= 1000 && value < 3000) {
      cursor.back(cursor.at() + 4);
      return value;
    }
    if (length != 2) {
      return null;
    }
    cursor.back(cursor.at() + 2);
    int thisYear = anchor.now().getYear();
    int near = thisYear - thisYear % 100 + value;
    return near > thisYear + 10 ? near - 100 : near;
  }

  private static @Nullable Stretch century(Cursor cursor, Anchor anchor) {
    int first;
    if (cursor.take("上世纪")) {
      first = anchor.now().getYear() / 100 * 100 - 100;
    } else {
      Count ordinal = ChineseNumber.readWhole(cursor);
      if (ordinal == null || !ordinal.within(1, 22) || !cursor.take("世纪")) {
        return null;
      }
      first = (ordinal.toInt() - 1) * 100;
    }
    int span = 100;
    int end = cursor.at();
    Count decade = ChineseNumber.readWhole(cursor);
    if (decade != null && decade.within(0, 90) && cursor.take("年代")) {
      first += decade.toInt();
      span = 10;
    } else {
      cursor.back(end);
    }
    int share = span == 10 ? 3 : 20;
    int last = first + span - 1;
    if (cursor.takeAny("初期", "前期", "初")) {
      last = first + share - 1;
    } else if (cursor.takeAny("末期", "后期", "末")) {
      first = last - share + 1;
    }
    return Stretch.days(
            LocalDate.of(Math.max(1, first), 1, 1), LocalDate.of(last, 12, 31), Grain.YEAR)
        .asVague();
  }
}
