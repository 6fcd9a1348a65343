package io.heyue.voice.pace;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.time.Instant;

/**
 * When a number may be called again after a call went as it did. It only narrows what the cap from
 * outside leaves, and never widens it: hours of the day, holds and consent are asked for elsewhere.
 * Pure.
 */
public final class Retry {
  private Retry() {}

  /**
   * What a disposition allows.
   *
   * @param redial whether the number may be called again at all
   * @param after how long at the earliest from the end of the call
   * @param perDay how many calls a day with this outcome are enough
   */
  public record Rule(boolean redial, Duration after, int perDay) {
    public Rule {
      Check.that(!after.isNegative(), "after", after, "zero or more");
      Check.that(perDay >= 0, "perDay", perDay, "0 or more");
    }
  }

  /**
   * The call that was last, and its day.
   *
   * @param ended when it ended
   * @param sameToday calls of that day with the same outcome, this one with them
   * @param nextDay when the person's next day begins, after {@code ended}
   */
  public record Last(Instant ended, int sameToday, Instant nextDay) {
    public Last {
      Check.that(sameToday >= 1, "sameToday", sameToday, "1 or more: the call itself is one");
      Check.that(nextDay.isAfter(ended), "nextDay", nextDay, "after the call ended, " + ended);
    }
  }

  /**
   * Calls that are left from outside.
   *
   * @param today on the day of the last call
   * @param inAll on that day and after it
   */
  public record Cap(int today, int inAll) {
    public Cap {
      Check.that(today >= 0, "today", today, "0 or more");
      Check.that(inAll >= 0, "inAll", inAll, "0 or more");
    }
  }

  /** Whether, and if so when. */
  public sealed interface Again {
    /**
     * The number may be called again.
     *
     * @param from at the earliest
     */
    record From(Instant from) implements Again {}

    /**
     * It may not.
     *
     * @param why in a few words
     */
    record Never(String why) implements Again {}
  }

  /** When the number may be called again. */
  public static Again when(Rule rule, Last last, Cap cap) {
    if (!rule.redial() || rule.perDay() == 0) {
      return new Again.Never("its disposition allows no redial");
    }
    if (cap.inAll() == 0) {
      return new Again.Never("no contact is left");
    }
    Instant from = last.ended().plus(rule.after());
    boolean enough = last.sameToday() >= rule.perDay() || cap.today() == 0;
    return new Again.From(enough && from.isBefore(last.nextDay()) ? last.nextDay() : from);
  }
}
