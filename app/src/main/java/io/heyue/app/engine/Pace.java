package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.store.outbox.Outbox;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Begins no more contacts than can be made while their permits last: a permit that runs out in a
 * queue is an attempt that reached nobody. One piece of work's; not thread-safe.
 */
final class Pace {
  /** Whoever is not begun with now is looked at again after so long. */
  static final Duration LATER = Duration.ofSeconds(30);

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

  /** Whether one more may be begun by a channel; counts it if so. */
  boolean takes(Channel channel) {
    int room = ways.room(channel);
    if (room == Integer.MAX_VALUE) {
      return true;
    }
    int free = left.computeIfAbsent(channel, by -> 2 * room + AHEAD - outbox.waiting(sql, by));
    left.put(channel, free - 1);
    return free > 0;
  }
}
