package io.heyue.core.decision;

import io.heyue.core.base.Channel;
import java.time.LocalTime;
import java.util.List;

/**
 * How a contact is begun.
 *
 * @param channel by which way
 * @param from not before this hour of the person's day; the law may allow less
 * @param phrase id of the first words
 * @param reasons why, for people
 */
public record Treatment(Channel channel, LocalTime from, String phrase, List<String> reasons) {
  public Treatment {
    reasons = List.copyOf(reasons);
  }
}
