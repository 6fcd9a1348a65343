package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Quarters, halves and ends of a year in Chinese: 一季度, Q1, 前三季度, 上半年, 年底. */
final class ChineseQuarters {
  private ChineseQuarters() {}

  /** 本季度, 上季度末, 下下个季度; null if none stands here. */
  static @Nullable Stretch relative(Cursor cursor, Anchor anchor) {
    int start = cursor.at();
    int which =
        cursor.choose(
            "下下个季度", "下下季度", "下个季度", "下一季度", "下季度", "上上个季度", "上上季度", "上个季度", "上一季度", "上季度", "这个季度",
            "这季度", "本季度", "本季");
    int[] shifts = {2, 2, 1, 1, 1, -2, -2, -1, -1, -1, 0, 0, 0, 0};
    if (which < 0) {
      cursor.back(start);
      return null;
    }
    int month = anchor.now().getMonthValue();
    YearMonth first =
        YearMonth.from(anchor.now())
            .withMonth((month - 1) / 3 * 3 + 1)
            .plusMonths(3L * shifts[which]);
    return part(cursor, first, first.plusMonths(2));
  }

  /** A part of a year; {@code named} where the year was named right before. Null if none. */
  static @Nullable InYear inYear(Cursor cursor, boolean named) {
    int start = cursor.at();
    InYear half = half(cursor, named);
    if (half != null) {
      return half;
    }
    InYear quarter = quarter(cursor, named);
    if (quarter == null) {
      cursor.back(start);
    }
    return quarter;
  }

  private static @Nullable InYear half(Cursor cursor, boolean named) {
    if (cursor.take("上半年")) {
      return year -> Stretch.months(year, 1, 6).asVague();
    }
    if (cursor.take("下半年")) {
      return year -> Stretch.months(year, 7, 12).asVague();
    }
    if (named && cursor.take("伊始")) {
      return year -> Stretch.months(year, 1, 1).asVague();
    }
    if (cursor.takeAny("年底", "年末", "年尾") || (named && cursor.takeAny("底", "末"))) {
      return year -> Stretch.months(year, 11, 12).asVague();
    }
    boolean bareBeginning =
        cursor.sees("年初") && ChineseDigit.value(cursor.ahead(2)) < 0 && cursor.ahead(2) != '十';
    if ((bareBeginning && cursor.take("年初")) || (named && cursor.take("初"))) {
      return year -> Stretch.months(year, 1, 2).asVague();
    }
    if (cursor.sees("年中") && !cursor.sees("年中秋") && cursor.take("年中")) {
      return year -> Stretch.months(year, 6, 7).asVague();
    }
    return null;
  }

  private static @Nullable InYear quarter(Cursor cursor, boolean named) {
    if (cursor.take("q")) {
      int number = cursor.digits(1, 1);
      if (number < 1 || number > 4 || Cursor.isWordPart(cursor.here())) {
        return null;
      }
      cursor.take("季度");
      return year -> Stretch.months(year, number * 3 - 2, number * 3);
    }
    if (cursor.take("首季度")) {
      return year -> Stretch.months(year, 1, 3);
    }
    boolean front = cursor.take("前");
    boolean nth = !front && cursor.take("第");
    Count count = ChineseNumber.readWhole(cursor);
    if (count == null || !count.within(1, 4)) {
      return null;
    }
    int number = count.toInt();
    boolean counted = cursor.sees("个");
    if ((counted && !front && !nth) || !cursor.takeAny("个季度", "季度")) {
      return null;
    }
    if (front) {
      return year -> Stretch.months(year, 1, number * 3);
    }
    int end = cursor.choose("初", "末");
    int first = end == 1 ? number * 3 : number * 3 - 2;
    int last = end == 0 ? first : number * 3;
    return named || !counted ? year -> Stretch.months(year, first, last) : null;
  }

  private static Stretch part(Cursor cursor, YearMonth first, YearMonth last) {
    int end = cursor.choose("初", "末");
    YearMonth begin = end == 1 ? last : first;
    YearMonth close = end == 0 ? first : last;
    return Stretch.month(begin).through(Stretch.month(close));
  }
}
