package io.heyue.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Goes as real time does, and is moved ahead where nothing is to be done until then: so a day
 * passes in as long as its work takes. Thread-safe.
 */
final class DayClock implements InstantSource {
  private final long began = System.nanoTime();
  private final AtomicReference<Instant> base;

  DayClock(Instant start) {
    this.base = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return base.get().plusNanos(System.nanoTime() - began);
  }

  /** Moves it ahead; where that time has passed nothing happens. */
  void leapTo(Instant to) {
    Instant now = instant();
    if (to.isAfter(now)) {
      long nanos = Duration.between(now, to).toNanos();
      base.updateAndGet(before -> before.plusNanos(nanos));
    }
  }
}
