package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.outbox.Outbox;
import io.heyue.store.postgres.Sql;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Begins no more contacts than can be made while their permits last: a permit that runs out in a
 * queue is an attempt that reached nobody. One piece of work's; not thread-safe.
 */
final class Pace {
  /** Letters beside those that there is room for, so that no line waits for the next beat. */
  private static final int AHEAD = 2;

  private final Ways ways;
  private final Outbox outbox;
  private final Sql sql;
  private final Map<Channel, Integer> left = new EnumMap<>(Channel.class);

  Pace(Ways ways, Outbox outbox, Sql sql) {
    this.ways = ways;
    this.outbox = outbox;
    this.sql = sql;
  }

  /** How many may be begun by the channels that have room for less than any number. */
  Map<Channel, Integer> room() {
    Map<Channel, Integer> room = new EnumMap<>(Channel.class);
    ways.narrow().keySet().forEach(channel -> room.put(channel, Math.max(0, free(channel))));
    return room;
  }

  /** Whether one more may be begun by a channel; counts it if so. */
  boolean takes(Channel channel) {
    int free = free(channel);
    if (free == Integer.MAX_VALUE) {
      return true;
    }
    left.put(channel, free - 1);
    return free > 0;
  }

  /**
   * How many of {@code limit} pieces of work are worth taking up of which it isn't known by which
   * channel they would go. Where all of them go by channels that are narrow, no more than there is
   * room for: else everybody who is due would be looked at while the lines are busy.
   */
  int most(Collection<Approach> approaches, int limit) {
    Set<Channel> used = EnumSet.noneOf(Channel.class);
    for (Approach approach : approaches) {
      List<Channel> carried =
          approach.channels().stream().filter(ways.channels()::contains).toList();
      if (carried.isEmpty()) {
        // Nobody is reached, which their items are to be told.
        return limit;
      }
      used.addAll(carried);
    }
    long room = 0;
    for (Channel channel : used) {
      room += Math.max(0, free(channel));
    }
    return (int) Math.min(limit, room);
  }

  private int free(Channel channel) {
    int room = ways.room(channel);
    return room == Integer.MAX_VALUE
        ? room
        : left.computeIfAbsent(channel, by -> 2 * room + AHEAD - outbox.waiting(sql, by));
  }
}
