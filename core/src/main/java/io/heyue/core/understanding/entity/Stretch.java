package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A piece of local time, both ends inclusive to the second; an open end is null.
 *
 * @param grain how finely the words named it
 * @param vague whether they left its ends open (月底, 过两天)
 */
record Stretch(
    @Nullable LocalDateTime from, @Nullable LocalDateTime to, Grain grain, boolean vague) {

  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  static Stretch year(int year) {
    return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Grain.YEAR);
  }

  static Stretch month(YearMonth month) {
    return days(month.atDay(1), month.atEndOfMonth(), Grain.MONTH);
  }

  /** Whole months, from the first day of one to the last day of the other. */
  static Stretch months(int year, int first, int last) {
    return days(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth(), Grain.MONTH);
  }

  static Stretch week(LocalDate monday) {
    return days(monday, monday.plusDays(6), Grain.WEEK);
  }

  static Stretch day(LocalDate day) {
    return days(day, day, Grain.DAY);
  }

  static Stretch days(LocalDate first, LocalDate last, Grain grain) {
    return new Stretch(first.atStartOfDay(), last.atTime(LAST), grain, false);
  }

  /** One hour, minute or second from {@code instant} on. */
  static Stretch clock(LocalDateTime instant, Grain grain) {
    LocalDateTime next =
        switch (grain) {
          case HOUR -> instant.plusHours(1);
          case MINUTE -> instant.plusMinutes(1);
          case YEAR, MONTH, WEEK, DAY, SECOND -> instant.plusSeconds(1);
        };
    return new Stretch(instant, next.minusSeconds(1), grain, false);
  }

  Stretch asVague() {
    return new Stretch(from, to, grain, true);
  }

  /** From the beginning of this to the end of {@code last}. */
  Stretch through(Stretch last) {
    Grain finer = last.grain.compareTo(grain) > 0 ? last.grain : grain;
    return new Stretch(from, last.to, finer, vague || last.vague);
  }

  /** As the end of a range: until five o'clock is not until a minute to six. */
  Stretch asEnd() {
    boolean instant = from != null && to != null && to.equals(clock(from, grain).to);
    return isClock() && instant ? new Stretch(from, from, grain, vague) : this;
  }

  boolean isClock() {
    return grain.compareTo(Grain.DAY) > 0;
  }

  /** Whether both ends are known and in order. */
  boolean isSound() {
    return from == null || to == null || !to.isBefore(from);
  }

  boolean endsBefore(LocalDate day) {
    return to != null && to.toLocalDate().isBefore(day);
  }

  /** The first day; today's readers only call it for a stretch that has a beginning. */
  LocalDate firstDay() {
    if (from != null) {
      return from.toLocalDate();
    }
    return to == null ? LocalDate.EPOCH : to.toLocalDate();
  }
}
