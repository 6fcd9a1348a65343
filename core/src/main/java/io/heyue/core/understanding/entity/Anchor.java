package io.heyue.core.understanding.entity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a time is resolved against.
 *
 * @param now the person's local time
 * @param leaning which way an ambiguous time is read
 * @param given the beginning of the range whose end is being read; what the end leaves out is the
 *     same as there
 */
record Anchor(LocalDateTime now, Leaning leaning, @Nullable Found given) {
  private static final int YEARS_AHEAD = 9;
  private static final int MONTHS_AHEAD = 14;

  /** A time once its year is known; null where that year has none (29 February). */
  @FunctionalInterface
  interface InYear {
    @Nullable Stretch of(int year);
  }

  /** A time once its month is known; null where that month has none (the 31st). */
  @FunctionalInterface
  interface InMonth {
    @Nullable Stretch of(YearMonth month);
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  Anchor after(Found beginning) {
    return new Anchor(now, leaning, beginning);
  }

  /** {@code time} in the year that an unnamed year means. */
  @Nullable Found resolveInYear(InYear time) {
    if (given != null) {
      LocalDate begin = given.stretch().firstDay();
      Stretch same = time.of(begin.getYear());
      boolean passed = same == null || same.endsBefore(begin);
      return found(passed ? time.of(begin.getYear() + 1) : same);
    }
    Stretch current = time.of(now.getYear());
    if (leaning == Leaning.CURRENT) {
      return found(current);
    }
    if (leaning == Leaning.PAST) {
      for (int year = now.getYear(); year > now.getYear() - YEARS_AHEAD; year--) {
        Stretch candidate = time.of(year);
        if (candidate != null && !candidate.firstDay().isAfter(today())) {
          return found(candidate);
        }
      }
      return null;
    }
    for (int year = now.getYear() - 1; year < now.getYear() + YEARS_AHEAD; year++) {
      Stretch candidate = time.of(year);
      if (candidate != null && !candidate.endsBefore(today())) {
        // In January, a day of the moon's last month lies in last year's and in this year's.
        return year != now.getYear() && current != null
            ? Found.guessed(candidate, Leaning.CURRENT)
            : Found.date(candidate);
      }
    }
    return null;
  }

  /** {@code time} in the month that an unnamed month means. */
  @Nullable Found resolveInMonth(InMonth time) {
    if (given != null) {
      LocalDate begin = given.stretch().firstDay();
      Stretch same = time.of(YearMonth.from(begin));
      boolean passed = same == null || same.endsBefore(begin);
      return found(passed ? time.of(YearMonth.from(begin).plusMonths(1)) : same);
    }
    YearMonth month = YearMonth.from(now);
    Stretch current = time.of(month);
    if (leaning == Leaning.CURRENT) {
      return found(current);
    }
    if (leaning == Leaning.PAST) {
      for (int back = 0; back < MONTHS_AHEAD; back++) {
        Stretch candidate = time.of(month.minusMonths(back));
        if (candidate != null && !candidate.firstDay().isAfter(today())) {
          return found(candidate);
        }
      }
      return null;
    }
    for (int ahead = 0; ahead < MONTHS_AHEAD; ahead++) {
      Stretch candidate = time.of(month.plusMonths(ahead));
      if (candidate != null && !candidate.endsBefore(today())) {
        return ahead > 0 && current != null
            ? Found.guessed(candidate, Leaning.CURRENT)
            : Found.date(candidate);
      }
    }
    return null;
  }

  private static @Nullable Found found(@Nullable Stretch stretch) {
    return stretch == null ? null : Found.date(stretch);
  }
}
