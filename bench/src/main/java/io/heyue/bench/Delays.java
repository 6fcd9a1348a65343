package io.heyue.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** How late things were, counted in steps of 20 µs up to two seconds. Thread-safe; never grows. */
final class Delays {
  private static final int STEP = 20_000;
  private static final int STEPS = 100_000;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(STEPS);
  private final AtomicLong most = new AtomicLong();

  void record(long nanos) {
    long late = Math.max(0, nanos);
    counts.incrementAndGet((int) Math.min(STEPS - 1, late / STEP));
    most.accumulateAndGet(late, Math::max);
  }

  long count() {
    long all = 0;
    for (int step = 0; step < STEPS; step++) {
      all += counts.get(step);
    }
    return all;
  }

  /** As late as this, or less, was this share of all. */
  double milliseconds(double share) {
    double wanted = share * count();
    long seen = 0;
    for (int step = 0; step < STEPS; step++) {
      seen += counts.get(step);
      if (seen > 0 && seen >= wanted) {
        return Math.min((step + 1.0) * STEP, (double) most.get()) / 1e6;
      }
    }
    return 0;
  }

  double longest() {
    return most.get() / 1e6;
  }
}
