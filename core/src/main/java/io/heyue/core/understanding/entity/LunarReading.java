package io.heyue.core.understanding.entity;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day of the moon's year that was named like one of the sun's: whoever says 二月十五 and neither 号
 * nor 日 may count by the moon.
 */
final class LunarReading {
  private static final Pattern EITHER = Pattern.compile("[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}");

  private LunarReading() {}

  /**
   * The days of this moon's year and the next that {@code words} may mean.
   *
   * @param read what the words mean by the sun
   */
  static List<LocalDate> of(String words, MonthDay read, int year) {
    if (!EITHER.matcher(words).matches()) {
      return List.of();
    }
    return Stream.of(year, year + 1)
        .map(each -> Lunar.find(each, read.getMonthValue(), false, read.getDayOfMonth()))
        .flatMap(Optional::stream)
        .toList();
  }
}
