package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a row of the time corpus, a stretch from second to second, compares with our values.
 *
 * <p>A date is its whole day, a month its whole month. Ends on the clock may differ by a minute
 * (the corpus counts "until 17:00" to 17:00:00 in some rows and to 17:00:59 in others), and a day
 * that begins now is as good as the second. A moment counted from now (半小时后) is one instant here,
 * while the corpus gives it a length of its own; one end must match.
 */
final class TimeRow {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private TimeRow() {}

  static ZonedDateTime base(Object base) {
    if (base instanceof Double seconds) {
      return Instant.ofEpochSecond(seconds.longValue()).atZone(ZONE);
    }
    int[] fields = {2021, 1, 1, 0, 0, 0};
    String[] names = {"year", "month", "day", "hour", "minute", "second"};
    if (base instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        fields[i] = ((Double) list.get(i)).intValue();
      }
    } else if (base instanceof Map<?, ?> map) {
      for (int i = 0; i < names.length; i++) {
        if (map.get(names[i]) instanceof Double value) {
          fields[i] = value.intValue();
        }
      }
    }
    return LocalDateTime.of(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5])
        .atZone(ZONE);
  }

  static boolean isRight(Value value, List<Object> expected, ZonedDateTime now, boolean counted) {
    String first = (String) expected.get(0);
    String last = (String) expected.get(1);
    LocalDateTime today = now.toLocalDateTime();
    return switch (value) {
      case Value.Date(LocalDate date, Grain grain) ->
          matches(first, date.atStartOfDay(), today) && matches(last, end(date, grain), today);
      case Value.DateRange(LocalDate from, LocalDate to, Grain grain) ->
          matches(first, from == null ? null : from.atStartOfDay(), today)
              && matches(last, to == null ? null : to.atTime(23, 59, 59), today);
      case Value.DateTime(ZonedDateTime at, Grain grain) ->
          (matches(first, at.toLocalDateTime(), today)
                  && matches(last, Stretch.clock(at.toLocalDateTime(), grain).to(), today))
              || (counted
                  && (matches(first, at.toLocalDateTime(), today)
                      || matches(last, at.toLocalDateTime(), today)));
      case Value.DateTimeRange(ZonedDateTime from, ZonedDateTime to, Grain grain) ->
          matches(first, from == null ? null : from.toLocalDateTime(), today)
              && matches(last, to == null ? null : to.toLocalDateTime(), today);
      case Value.Time(LocalTime time, Grain grain) -> {
        LocalDateTime at = today.toLocalDate().atTime(time);
        LocalDateTime next = at.isBefore(today) ? at.plusDays(1) : at;
        yield matches(first, next, today) && matches(last, Stretch.clock(next, grain).to(), today);
      }
      default -> false;
    };
  }

  private static LocalDateTime end(LocalDate date, Grain grain) {
    LocalDate last =
        switch (grain) {
          case YEAR -> date.plusYears(1).minusDays(1);
          case MONTH -> YearMonth.from(date).atEndOfMonth();
          case WEEK -> date.plusDays(6);
          case DAY, HOUR, MINUTE, SECOND -> date;
        };
    return last.atTime(23, 59, 59);
  }

  private static boolean matches(String expected, @Nullable LocalDateTime ours, LocalDateTime now) {
    if (expected.endsWith("inf")) {
      return ours == null;
    }
    if (ours == null) {
      return false;
    }
    LocalDateTime time = LocalDateTime.parse(expected, FORM);
    long apart = Math.abs(java.time.Duration.between(time, ours).toSeconds());
    boolean today =
        Math.abs(time.toLocalTime().toSecondOfDay() - now.toLocalTime().toSecondOfDay()) < 60
            && time.toLocalDate().equals(ours.toLocalDate());
    return apart <= 60 || today;
  }

  /** Whether a length is the one that the corpus names in its units. */
  static boolean isRight(Value.Length length, Map<String, Object> expected) {
    double months = number(expected, "year") * 12 + number(expected, "month");
    double days = number(expected, "day") + number(expected, "workday");
    double seconds =
        number(expected, "hour") * 3600
            + number(expected, "minute") * 60
            + number(expected, "second");
    double ourMonths = length.period().toTotalMonths();
    double ours =
        length.period().get(java.time.temporal.ChronoUnit.DAYS) * 86_400.0
            + length.duration().toSeconds();
    return Math.abs(months * 30 * 86_400 + days * 86_400 + seconds - ourMonths * 30 * 86_400 - ours)
        < 3600 + 0.03 * ours;
  }

  private static double number(Map<String, Object> map, String key) {
    return map.get(key) instanceof Double value ? value : 0;
  }

  /** Whether a rule repeats as often as the corpus says, and at a named point if it names one. */
  static boolean isRight(Value.Recurrence rule, Map<String, Object> expected) {
    Map<String, Object> delta = Json.object(Json.get(expected, "delta"));
    boolean point = !"null".equals(expected.get("point"));
    double months = number(delta, "year") * 12 + number(delta, "month");
    double seconds =
        number(delta, "day") * 86_400 + number(delta, "hour") * 3600 + number(delta, "second");
    int interval = 1;
    String freq = "";
    for (String part : rule.rrule().split(";", -1)) {
      interval = part.startsWith("INTERVAL=") ? Integer.parseInt(part.substring(9)) : interval;
      freq = part.startsWith("FREQ=") ? part.substring(5) : freq;
    }
    boolean same =
        switch (freq) {
          case "YEARLY" -> months == 12.0 * interval;
          case "MONTHLY" -> months == interval;
          case "WEEKLY" -> seconds == 7 * 86_400.0 * interval || rule.rrule().contains("MO,TU");
          case "DAILY" -> seconds == 86_400.0 * interval;
          case "HOURLY" -> seconds == 3600.0 * interval;
          case "MINUTELY" -> seconds == 60.0 * interval;
          case "SECONDLY" -> seconds == interval;
          default -> false;
        };
    return same && (!point || rule.rrule().contains("BY"));
  }
}
