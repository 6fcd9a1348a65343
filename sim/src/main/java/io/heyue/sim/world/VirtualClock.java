package io.heyue.sim.world;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved, and never goes back. Thread-safe. */
public final class VirtualClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public VirtualClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration by) {
    Check.that(!by.isNegative(), "by", by, "nothing or more, since time doesn't go back");
    now.updateAndGet(instant -> instant.plus(by));
  }

  /** Moves to {@code instant}; stays where that has passed. */
  public void advanceTo(Instant instant) {
    now.updateAndGet(current -> instant.isAfter(current) ? instant : current);
  }
}
