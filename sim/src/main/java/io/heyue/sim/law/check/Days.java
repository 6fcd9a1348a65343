package io.heyue.sim.law.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and seconds on somebody's clock, by whole numbers alone. */
final class Days {
  private static final int SECONDS = 86_400;

  private Days() {}

  private static long localSeconds(Instant at, ZoneId zone) {
    return at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
  }

  /** The day, counted from 1970-01-01. */
  static long day(Instant at, ZoneId zone) {
    return Math.floorDiv(localSeconds(at, zone), SECONDS);
  }

  /** The second of the day by which the clock on the wall has moved on from midnight. */
  static int second(Instant at, ZoneId zone) {
    return (int) Math.floorMod(localSeconds(at, zone), (long) SECONDS);
  }

  /** The same day so many years later, as a number that grows with time: 20300229 and so on. */
  static long yearsLater(LocalDate from, int years) {
    return ((from.getYear() + years) * 100L + from.getMonthValue()) * 100L + from.getDayOfMonth();
  }

  /** A day as such a number. */
  static long number(LocalDate day) {
    return yearsLater(day, 0);
  }
}
