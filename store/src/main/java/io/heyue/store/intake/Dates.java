package io.heyue.store.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as files write them; the year always comes first. */
final class Dates {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d{1,9})?)?");
  private static final Pattern ZONED = Pattern.compile(".*\\d(?:Z|[+-]\\d\\d:?\\d\\d)");

  private Dates() {}

  /** Reads a date out of a tidy text. */
  static LocalDate date(Column column, String text) {
    int[] parts = new int[3];
    int count = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && count < 3 && digits < 8) {
        parts[count] = parts[count] * 10 + (c - '0');
        digits++;
      } else if (digits > 0 && "-/.年月".indexOf(c) >= 0 && count < 2) {
        count++;
        digits = 0;
      } else if (!(c == '日' && count == 2 && digits > 0 && i == text.length() - 1)) {
        throw new BadCell(column, Reason.NOT_A_DATE);
      }
    }
    if (count == 0 && digits == 8) {
      parts[2] = parts[0] % 100;
      parts[1] = parts[0] / 100 % 100;
      parts[0] /= 10_000;
    } else if (count != 2 || digits == 0) {
      throw new BadCell(column, Reason.NOT_A_DATE);
    }
    return day(column, parts);
  }

  private static LocalDate day(Column column, int[] parts) {
    if (parts[0] < 1970 || parts[0] > 2199) {
      throw new BadCell(column, Reason.DATE_OUT_OF_RANGE);
    }
    try {
      return LocalDate.of(parts[0], parts[1], parts[2]);
    } catch (DateTimeException e) {
      throw new BadCell(column, Reason.IMPOSSIBLE_DATE);
    }
  }

  /** Reads a moment: with an offset of its own, else in {@code zone}; a date alone is its start. */
  static Instant instant(Column column, String text, ZoneId zone) {
    Optional<Instant> zoned = zoned(text);
    if (zoned.isPresent()) {
      return zoned.get();
    }
    int space = Math.max(text.indexOf(' '), text.indexOf('T'));
    if (space < 0) {
      return date(column, text).atStartOfDay(zone).toInstant();
    }
    LocalDate date = date(column, text.substring(0, space).strip());
    Matcher time = TIME.matcher(text.substring(space + 1).strip());
    if (!time.matches()) {
      throw new BadCell(column, Reason.NOT_A_TIME);
    }
    try {
      int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
      LocalTime of =
          LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), second);
      return date.atTime(of).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new BadCell(column, Reason.NOT_A_TIME);
    }
  }

  /**
   * Reads the moment up to which something is true. A date alone means its end; what of today still
   * lies ahead of {@code now} can't be meant.
   */
  static Instant upTo(Column column, String text, ZoneId zone, Instant now) {
    boolean timed = text.indexOf(':') >= 0;
    Instant moment = timed ? instant(column, text, zone) : endOf(date(column, text), zone);
    if (moment.isAfter(endOf(LocalDate.ofInstant(now, zone), zone))) {
      throw new BadCell(column, Reason.IN_THE_FUTURE);
    }
    return moment.isBefore(now) ? moment : now;
  }

  /** The last moment of a day that the database tells from the next day's first. */
  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
  }

  private static Optional<Instant> zoned(String text) {
    if (!ZONED.matcher(text).matches() || text.indexOf(':') < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
