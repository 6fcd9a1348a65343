package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import java.time.LocalTime;

/**
 * How somebody is written to first.
 *
 * @param from earliest time of day on the person's clock
 * @param to latest time of day, exclusive; after {@code from}
 * @param phrase id of the wording
 * @param propensity probability with which it was chosen
 * @param reason why, for people
 */
public record Treatment(
    Channel channel,
    LocalTime from,
    LocalTime to,
    String phrase,
    double propensity,
    String reason) {
  public Treatment {
    Check.that(from.isBefore(to), "from", from, "before " + to);
    Check.that(propensity > 0 && propensity <= 1, "propensity", propensity, "above 0, at most 1");
  }
}
