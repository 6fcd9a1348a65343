package io.heyue.voice.media;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * How late packets were sent, counted in steps of an eighth (as HdrHistogram does, at one digit).
 * Thread-safe.
 */
public final class Lateness {
  private static final int STEPS = 8;

  /** Up to a day. */
  private static final int SIZE = 37 * STEPS;

  private final AtomicLongArray counts = new AtomicLongArray(SIZE);
  private final LongAccumulator most = new LongAccumulator(Math::max, 0);

  Lateness() {}

  void record(long nanoseconds) {
    long microseconds = Math.max(0, nanoseconds / 1_000);
    most.accumulate(microseconds);
    counts.incrementAndGet(Math.min(SIZE - 1, step(microseconds)));
  }

  static int step(long microseconds) {
    int shift = Math.max(0, Long.SIZE - 4 - Long.numberOfLeadingZeros(microseconds));
    return shift * STEPS + (int) (microseconds >>> shift);
  }

  /** The most that falls into a step. */
  static long upper(int step) {
    int shift = Math.max(0, step / STEPS - 1);
    return ((step - shift * STEPS + 1L) << shift) - 1;
  }

  /** The same as it is now; this goes on. */
  Lateness copy() {
    Lateness copy = new Lateness();
    for (int step = 0; step < SIZE; step++) {
      copy.counts.set(step, counts.get(step));
    }
    copy.most.accumulate(most.get());
    return copy;
  }

  /**
   * What was added to {@code earlier} since. Of that the latest is an eighth too much at most.
   *
   * @param earlier the same engine's, asked before
   */
  public Lateness since(Lateness earlier) {
    Lateness since = new Lateness();
    for (int step = 0; step < SIZE; step++) {
      long count = counts.get(step) - earlier.counts.get(step);
      Check.that(count >= 0, "earlier", earlier.count(), "of the same, asked before");
      since.counts.set(step, count);
      if (count > 0) {
        since.most.accumulate(Math.min(upper(step), most.get()));
      }
    }
    return since;
  }

  /** How many packets were sent. */
  public long count() {
    long all = 0;
    for (int step = 0; step < SIZE; step++) {
      all += counts.get(step);
    }
    return all;
  }

  /** The latest of all. */
  public Duration max() {
    return microseconds(most.get());
  }

  /**
   * As late as this, or less, was this share of all; an eighth too much at most.
   *
   * @param share as 0.99
   */
  public Duration percentile(double share) {
    Check.that(share > 0 && share <= 1, "share", share, "above 0, 1 at most");
    double wanted = share * count();
    long seen = 0;
    for (int step = 0; step < SIZE; step++) {
      seen += counts.get(step);
      if (seen > 0 && seen >= wanted) {
        return microseconds(Math.min(upper(step), most.get()));
      }
    }
    return max();
  }

  private static Duration microseconds(long count) {
    return Duration.ofNanos(count * 1_000);
  }
}
