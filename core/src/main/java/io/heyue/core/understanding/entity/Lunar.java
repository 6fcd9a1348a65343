package io.heyue.core.understanding.entity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The Chinese lunisolar calendar from 1900 to 2100, out of a table.
 *
 * <p>A year is one number: bits 0–3 name the leap month (0 if there is none), bits 4–15 tell which
 * of the twelve months have 30 days, the first month in the highest bit, and bit 16 does so for the
 * leap month. This packing is common property of calendar programs; the months follow GB/T
 * 33661-2017, <i>Calculation and promulgation of the Chinese calendar</i>: a month begins on the
 * day of the new moon at UTC+8, and a month without a principal solar term is the leap month where
 * there are thirteen between two winter solstices. The figures were checked against new moons and
 * solar terms computed after Meeus, <i>Astronomical Algorithms</i>, 2nd edition, chapters 25 and
 * 49; for 1915 and 1916, when Beijing's own time still ruled, the calendar as it was printed
 * stands.
 */
final class Lunar {
  private static final int FIRST_YEAR = 1900;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 31);

  private static final int[] YEARS = {
    0x04bd8, 0x04ae0, 0x0a570, 0x054d5, 0x0d260, 0x0d950, 0x16554, 0x056a0,
    0x09ad0, 0x055d2, 0x04ae0, 0x0a5b6, 0x0a4d0, 0x0d250, 0x1d295, 0x0b540,
    0x0d6a0, 0x0ada2, 0x095b0, 0x14977, 0x049b0, 0x0a4b0, 0x0b4b5, 0x06a50,
    0x06d40, 0x1ab54, 0x02b60, 0x09570, 0x052f2, 0x04970, 0x06566, 0x0d4a0,
    0x0ea50, 0x16a95, 0x05ad0, 0x02b60, 0x186e3, 0x092e0, 0x1c8d7, 0x0c950,
    0x0d4a0, 0x1d8a6, 0x0b550, 0x056a0, 0x1a5b4, 0x025d0, 0x092d0, 0x0d2b2,
    0x0a950, 0x0b557, 0x06ca0, 0x0b550, 0x15355, 0x04da0, 0x0a5b0, 0x14573,
    0x052b0, 0x0a9a8, 0x0e950, 0x06aa0, 0x0aea6, 0x0ab50, 0x04b60, 0x0aae4,
    0x0a570, 0x05260, 0x0f263, 0x0d950, 0x05b57, 0x056a0, 0x096d0, 0x04dd5,
    0x04ad0, 0x0a4d0, 0x0d4d4, 0x0d250, 0x0d558, 0x0b540, 0x0b6a0, 0x195a6,
    0x095b0, 0x049b0, 0x0a974, 0x0a4b0, 0x0b27a, 0x06a50, 0x06d40, 0x0af46,
    0x0ab60, 0x09570, 0x04af5, 0x04970, 0x064b0, 0x074a3, 0x0ea50, 0x06b58,
    0x05ac0, 0x0ab60, 0x096d5, 0x092e0, 0x0c960, 0x0d954, 0x0d4a0, 0x0da50,
    0x07552, 0x056a0, 0x0abb7, 0x025d0, 0x092d0, 0x0cab5, 0x0a950, 0x0b4a0,
    0x0baa4, 0x0ad50, 0x055d9, 0x04ba0, 0x0a5b0, 0x15176, 0x052b0, 0x0a930,
    0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260,
    0x0ea65, 0x0d530, 0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0,
    0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, 0x0b5a0, 0x056d0, 0x055b2, 0x049b0,
    0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20, 0x0ada0, 0x14b63, 0x09370,
    0x049f8, 0x04970, 0x064b0, 0x168a6, 0x0ea50, 0x06aa0, 0x1a6c4, 0x0aae0,
    0x092e0, 0x0d2e3, 0x0c960, 0x0d557, 0x0d4a0, 0x0da50, 0x05d55, 0x056a0,
    0x0a6d0, 0x055d4, 0x052d0, 0x0a9b8, 0x0a950, 0x0b4a0, 0x0b6a6, 0x0ad50,
    0x055a0, 0x0aba4, 0x0a5b0, 0x052b0, 0x0b273, 0x06930, 0x07337, 0x06aa0,
    0x0ad50, 0x14b55, 0x04b60, 0x0a570, 0x054e4, 0x0d160, 0x0e968, 0x0d520,
    0x0daa0, 0x16aa6, 0x056d0, 0x04ae0, 0x0a9d4, 0x0a2d0, 0x0d150, 0x0f252,
    0x0d520
  };

  private static final long[] FIRST_DAYS = firstDays();

  private Lunar() {}

  private static long[] firstDays() {
    long[] days = new long[YEARS.length];
    long day = FIRST_DAY.toEpochDay();
    for (int i = 0; i < YEARS.length; i++) {
      days[i] = day;
      for (int month = 1; month <= 12; month++) {
        day += length(YEARS[i], month);
      }
      day += leapLength(YEARS[i]);
    }
    return days;
  }

  private static int length(int year, int month) {
    return (year >> (16 - month) & 1) == 1 ? 30 : 29;
  }

  private static int leapLength(int year) {
    return (year & 0xF) == 0 ? 0 : (year >> 16 & 1) == 1 ? 30 : 29;
  }

  /** The leap month of a lunar year, 0 if it has none or lies outside the table. */
  static int leapMonth(int year) {
    return isKnown(year) ? YEARS[year - FIRST_YEAR] & 0xF : 0;
  }

  /** How many days a month has, 0 if the year lies outside the table or has no such leap month. */
  static int monthLength(int year, int month, boolean leap) {
    if (!isKnown(year) || (leap && leapMonth(year) != month)) {
      return 0;
    }
    int bits = YEARS[year - FIRST_YEAR];
    return leap ? leapLength(bits) : length(bits, month);
  }

  /** The day of our calendar for a day of a lunar month, if there is one. */
  static Optional<LocalDate> find(int year, int month, boolean leap, int day) {
    if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month, leap)) {
      return Optional.empty();
    }
    int bits = YEARS[year - FIRST_YEAR];
    int leapMonth = bits & 0xF;
    long epochDay = FIRST_DAYS[year - FIRST_YEAR];
    for (int passed = 1; passed < month; passed++) {
      epochDay += length(bits, passed) + (passed == leapMonth ? leapLength(bits) : 0);
    }
    if (leap) {
      epochDay += length(bits, month);
    }
    return Optional.of(LocalDate.ofEpochDay(epochDay + day - 1));
  }

  private static boolean isKnown(int year) {
    return year >= FIRST_YEAR && year < FIRST_YEAR + YEARS.length;
  }
}
