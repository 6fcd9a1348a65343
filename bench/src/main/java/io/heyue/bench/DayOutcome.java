package io.heyue.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * How people and networks take a call on a day of many. The shares are invented, of the kind that
 * somebody meets who calls people in arrears: most calls reach nobody.
 */
enum DayOutcome {
  /** It rings until we give up (CANCEL). */
  RINGS(40, 0),
  /** 486. */
  BUSY(14, 486),
  /** 480: switched off, out of reach. */
  AWAY(20, 480),
  /** 603: they press the red key. */
  DECLINES(8, 603),
  /** 404: the number leads to nobody. */
  NOBODY(4, 404),
  /** They take it and hang up at once (BYE). */
  HANGS_UP(14, 0);

  private final int percent;
  private final int status;

  DayOutcome(int percent, int status) {
    this.percent = percent;
    this.status = status;
  }

  /** With which the call is refused; 0 where it isn't. */
  int status() {
    return status;
  }

  /**
   * How the {@code nth} call to a number is taken, whatever was called before it.
   *
   * @param nth from 1 on
   */
  static DayOutcome of(String number, int nth, long seed) {
    int drawn =
        new SplittableRandom(seed ^ (number.hashCode() * 0x9E37_79B9_7F4A_7C15L + nth))
            .nextInt(100);
    for (DayOutcome each : values()) {
      drawn -= each.percent;
      if (drawn < 0) {
        return each;
      }
    }
    throw new IllegalStateException("The shares come to less than 100.");
  }

  /** The shares, for a report. */
  static String shares() {
    return Arrays.stream(values())
        .map(each ->
            each.percent
                + " % "
                + each.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (each.status == 0 ? "" : " (" + each.status + ")"))
        .collect(Collectors.joining(", "));
  }
}
