package io.heyue.voice.media;

import java.time.Instant;

/**
 * The time of day as reports carry it: seconds since 1900 in the upper half, parts of a second in
 * the lower (RFC 3550, 4). Set once, and goes on by the clock that only goes forward. Immutable.
 *
 * @param at the time of day
 * @param now nanoseconds of the other clock at that time
 */
record NtpClock(Instant at, long now) {
  /** From 1900 to 1970, in seconds. */
  private static final long EPOCH = 2_208_988_800L;

  private static final long SECOND = 1_000_000_000L;

  long at(long nanoseconds) {
    Instant instant = at.plusNanos(nanoseconds - now);
    long fraction = ((long) instant.getNano() << 32) / SECOND;
    return (instant.getEpochSecond() + EPOCH) << 32 | fraction;
  }

  /** The middle 32 bits of such a time, in 65,536ths of a second. */
  static long middle(long ntp) {
    return ntp >>> 16 & 0xffff_ffffL;
  }

  /** How many 65,536ths of a second these nanoseconds are. */
  static long units(long nanoseconds) {
    return Math.round(nanoseconds * (65_536.0 / SECOND));
  }

  /** How many nanoseconds these 65,536ths of a second are. */
  static long nanoseconds(long units) {
    return Math.round(units * (SECOND / 65_536.0));
  }
}
