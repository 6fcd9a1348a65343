package io.heyue.voice.pace;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * When more calls may ring than agents are free. A call is abandoned where somebody took it and no
 * agent speaks within {@code patience}; of calls that are taken no more than {@code abandoned} may
 * be, both as counted and as foreseen (the limits are those of 16 CFR 310.4(b)(4): 3 % of answers
 * and 2 s). Immutable.
 *
 * <p>What is foreseen is an upper bound: all calls that ring are thought to be taken at once, with
 * the highest probability that the counts leave open. E[(N - c)+], where N of n calls are taken and
 * c agents are there, is convex in that probability and in n, and 0 at 0: so the share of calls
 * abandoned, E[(N - c)+] / E[N], grows with both.
 *
 * @param on whether it is used at all
 * @param abandoned share of calls that were taken, from 0 to 0.03
 * @param patience how long somebody waits for an agent, up to 2 s
 * @param confidence in what was counted, above 0 and below 1
 */
public record Predictive(boolean on, double abandoned, Duration patience, double confidence) {
  private static final double MOST = 0.03;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Never. */
  public static final Predictive OFF = new Predictive(false, MOST, LONGEST, 0.975);

  /** Within the limits of the law that is named above. */
  public static final Predictive STANDARD = new Predictive(true, MOST, LONGEST, 0.975);

  public Predictive {
    Check.that(abandoned >= 0 && abandoned <= MOST, "abandoned", abandoned, "0 to " + MOST);
    Check.that(
        !patience.isNegative() && patience.compareTo(LONGEST) <= 0,
        "patience",
        patience,
        "zero to " + LONGEST);
    Check.that(confidence > 0 && confidence < 1, "confidence", confidence, "above 0 and below 1");
  }

  /** Whether {@code calls} more may begin. */
  boolean allows(PeopleFacts facts, int calls) {
    int free = facts.agents().free() - facts.waiting();
    int ringing = facts.ringing() + calls;
    if (ringing <= free) {
      return true;
    }
    Counted past = facts.abandoned();
    if (free < 0 || past.happened() > abandoned * past.all()) {
      return false;
    }
    double answers = facts.answered().atMost(confidence);
    return lost(facts, free, ringing, answers) <= abandoned * ringing * answers;
  }

  /** Calls of which it is foreseen that they are taken and find nobody in time. */
  private double lost(PeopleFacts facts, int free, int ringing, double answers) {
    double rate = facts.handled().rateAtLeast(confidence);
    int busy = facts.agents().busy();
    double[] released = Chances.binomial(busy, -Math.expm1(-rate * patience.toNanos() / 1e9), busy);
    double[] taken = Chances.binomial(ringing, answers, ringing);
    double lost = 0;
    for (int more = 0; more < released.length; more++) {
      for (int calls = free + more + 1; calls < taken.length; calls++) {
        lost += released[more] * taken[calls] * (calls - free - more);
      }
    }
    return lost;
  }
}
