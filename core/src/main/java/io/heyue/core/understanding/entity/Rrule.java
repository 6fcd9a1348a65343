package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.entity.Anchor.InYear;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes recurrence rules as RFC 5545 and, for the lunar calendar, RFC 7529 have them. */
final class Rrule {
  static final String WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

  private Rrule() {}

  /** A rule that repeats after each {@code lapse}. */
  static String every(Lapse lapse) {
    Period period = lapse.period();
    long seconds = lapse.duration().toSeconds();
    if (period.toTotalMonths() > 0) {
      long months = period.toTotalMonths();
      return months % 12 == 0 ? rule("YEARLY", months / 12) : rule("MONTHLY", months);
    }
    if (lapse.days() > 0) {
      int days = lapse.days();
      return days % 7 == 0 ? rule("WEEKLY", days / 7) : rule("DAILY", days);
    }
    if (seconds % 3600 == 0) {
      return rule("HOURLY", Math.max(1, seconds / 3600));
    }
    return seconds % 60 == 0 ? rule("MINUTELY", seconds / 60) : rule("SECONDLY", seconds);
  }

  private static String rule(String frequency, long interval) {
    return "FREQ=" + frequency + (interval == 1 ? "" : ";INTERVAL=" + interval);
  }

  /**
   * A rule for a part of the year, found by looking at where it falls in two years: on the same
   * date, on the same day of the week, or else on a day of the lunar calendar.
   */
  static String yearly(InYear part, @Nullable InYear last, int year) {
    Stretch now = part.of(year);
    Stretch next = part.of(year + 1);
    if (now == null || next == null) {
      return "FREQ=YEARLY";
    }
    LocalDate day = now.firstDay();
    LocalDate same = next.firstDay();
    LocalDateTime to = now.to();
    boolean oneDay = to != null && to.toLocalDate().equals(day);
    if (!oneDay || last != null) {
      Stretch end = last == null ? now : last.of(year);
      int lastMonth =
          end == null || end.to() == null ? day.getMonthValue() : end.to().getMonthValue();
      return "FREQ=YEARLY;BYMONTH=" + months(day.getMonthValue(), lastMonth);
    }
    String month = "FREQ=YEARLY;BYMONTH=" + day.getMonthValue();
    if (day.getMonth() == same.getMonth() && day.getDayOfMonth() == same.getDayOfMonth()) {
      return month + ";BYMONTHDAY=" + day.getDayOfMonth();
    }
    if (day.getDayOfWeek() == same.getDayOfWeek()) {
      String name = day.getDayOfWeek().name().substring(0, 2);
      return month + ";BYDAY=" + ((day.getDayOfMonth() - 1) / 7 + 1) + name;
    }
    return lunar(day).orElse(month);
  }

  private static String months(int first, int last) {
    return IntStream.iterate(first, m -> m % 12 + 1)
        .limit(Math.floorMod(last - first, 12) + 1L)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }

  private static Optional<String> lunar(LocalDate date) {
    for (int year = date.getYear() - 1; year <= date.getYear(); year++) {
      for (int month = 1; month <= 12; month++) {
        for (int day = 1; day <= Lunar.monthLength(year, month, false); day++) {
          if (Lunar.find(year, month, false, day).filter(date::equals).isPresent()) {
            return Optional.of(
                "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=" + month + ";BYMONTHDAY=" + day);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The hour and minute at which a time of day begins. */
  static String clock(Stretch time) {
    LocalDateTime from = time.from();
    return from == null ? "" : ";BYHOUR=" + from.getHour() + ";BYMINUTE=" + from.getMinute();
  }
}
