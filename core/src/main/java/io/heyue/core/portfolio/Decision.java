package io.heyue.core.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import java.time.Instant;
import java.util.Set;

/**
 * What a person of the lender's decided where rules leave it to one whether somebody is contacted.
 * It holds for the borrower, whichever of their loans it is about.
 *
 * @param at when it was made; the latest counts
 * @param contact whether they may be contacted
 * @param until when it ends, and somebody has to look again
 * @param channels by which they may be; empty for all
 * @param flags everything that was known of them then, in the words that rules use; what becomes
 *     known later it did not weigh
 */
public record Decision(
    Instant at, boolean contact, Instant until, Set<Channel> channels, Set<String> flags) {
  public Decision {
    channels = Set.copyOf(channels);
    flags = Set.copyOf(flags);
    Check.that(until.isAfter(at), "until", until, "after " + at);
  }

  public boolean standsAt(Instant now) {
    return now.isBefore(until);
  }

  public boolean covers(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
