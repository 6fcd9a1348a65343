package io.heyue.voice.progress;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be done after a call went as it did. It only narrows what the contact budget allows, and
 * never widens it. Immutable.
 *
 * @param redial whether this number may be called again without anybody looking at it
 * @param after how long at the earliest from the end of this call
 * @param perDay how many calls a day with this outcome are enough; 0 where there is no redial
 * @param number what is to be noted of the number
 * @param alarm whether somebody has to look at the trunk
 */
public record RedialRule(boolean redial, Duration after, int perDay, Mark number, boolean alarm) {
  /** What is noted of a number. */
  public enum Mark {
    /** Nothing. */
    KEEP,
    /** It leads to nobody; it isn't called any more. */
    BAD;

    static Optional<Mark> find(String id) {
      return Arrays.stream(values())
          .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(id))
          .findFirst();
    }
  }

  /** Of more calls a day with one outcome than this no table may speak. */
  static final int MOST_PER_DAY = 5;

  public RedialRule {
    Check.that(!after.isNegative(), "after", after, "no less than zero");
    Check.that(
        redial ? perDay >= 1 && perDay <= MOST_PER_DAY : perDay == 0,
        "perDay",
        perDay,
        redial ? "1 to " + MOST_PER_DAY : "0 where there is no redial");
    Check.that(!redial || number != Mark.BAD, "number", number, "keep where redialled");
  }
}
