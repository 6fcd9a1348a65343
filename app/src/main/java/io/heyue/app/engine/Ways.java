package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways to the street that somebody carries messages by, and how much goes by each now. */
final class Ways {
  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

  Ways(List<Carrier> all) {
    all.forEach(carrier -> carriers.put(carrier.channel(), carrier));
  }

  Set<Channel> channels() {
    return Set.copyOf(carriers.keySet());
  }

  /** How many messages may go by a channel now. */
  int room(Channel channel) {
    Carrier carrier = carriers.get(channel);
    return carrier == null ? 0 : Math.max(0, carrier.room());
  }

  /** What may be done after a message by a channel was not delivered. */
  Optional<Redial> after(Channel channel, String reason) {
    return find(channel).flatMap(carrier -> carrier.after(reason));
  }

  Optional<Carrier> find(Channel channel) {
    return Optional.ofNullable(carriers.get(channel));
  }

  /** The channels that have room for less than any number. */
  Map<Channel, Integer> narrow() {
    Map<Channel, Integer> narrow = new EnumMap<>(Channel.class);
    for (Channel channel : carriers.keySet()) {
      int room = room(channel);
      if (room < Integer.MAX_VALUE) {
        narrow.put(channel, room);
      }
    }
    return narrow;
  }
}
