package io.heyue.app.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Allows so many tries in a stretch of time to each of a bounded number of people, and forgets
 * those who were seen longest ago. Thread-safe; counts in this process only.
 */
public final class Limiter {
  private static final int MOST_KEPT = 10_000;

  private final int most;
  private final Duration stretch;
  private final InstantSource clock;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public Limiter(int most, Duration stretch, InstantSource clock) {
    this.most = most;
    this.stretch = stretch;
    this.clock = clock;
  }

  private record Tries(Instant since, int count) {}

  /** Counts one try by {@code who}; false if it is one too many. */
  public synchronized boolean allows(String who) {
    Instant now = clock.instant();
    Tries before = tries.get(who);
    Tries after =
        before == null || !now.isBefore(before.since().plus(stretch))
            ? new Tries(now, 1)
            : new Tries(before.since(), before.count() + 1);
    tries.put(who, after);
    return after.count() <= most;
  }
}
