package io.heyue.store.campaigns;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import java.util.List;

/**
 * How a campaign writes to people.
 *
 * @param channels the channels that may be used, the preferred one first
 * @param flow id of the conversation flow
 * @param attempts most first messages to one person
 * @param daysBetween days between two of them
 */
public record Approach(List<Channel> channels, String flow, int attempts, int daysBetween) {
  public Approach {
    channels = List.copyOf(channels);
    Check.that(!channels.isEmpty(), "channels", channels, "at least one");
    Check.that(attempts >= 1, "attempts", attempts, "at least 1");
    Check.that(daysBetween >= 1, "daysBetween", daysBetween, "at least 1");
  }

  /** Text messages, at most three, two days apart. */
  public static Approach text(String flow) {
    return new Approach(List.of(Channel.SMS), flow, 3, 2);
  }
}
