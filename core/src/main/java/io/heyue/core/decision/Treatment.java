package io.heyue.core.decision;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import java.time.LocalTime;
import java.util.List;

/**
 * How a contact is begun.
 *
 * @param channel by which way
 * @param from not before this time of the person's day; the law may allow less
 * @param to not from this time of the person's day on; after {@code from}
 * @param phrase id of the first words
 * @param propensity probability with which it was chosen; 1 for a table
 * @param reasons why, for people
 */
public record Treatment(
    Channel channel,
    LocalTime from,
    LocalTime to,
    String phrase,
    double propensity,
    List<String> reasons) {
  public Treatment {
    Check.that(from.isBefore(to), "from", from, "before " + to);
    Check.that(propensity > 0 && propensity <= 1, "propensity", propensity, "above 0, at most 1");
    reasons = List.copyOf(reasons);
  }
}
