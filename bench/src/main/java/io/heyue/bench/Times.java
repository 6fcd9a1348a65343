package io.heyue.bench;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** How long each of many things took. Not thread-safe. */
final class Times {
  private long[] nanos = new long[1024];
  private int count;

  /** Runs {@code work} and notes how long it took, if it says that it was one of the things. */
  boolean time(BooleanSupplier work) {
    long start = System.nanoTime();
    boolean counts = work.getAsBoolean();
    long taken = System.nanoTime() - start;
    if (counts) {
      add(taken);
    }
    return counts;
  }

  private void add(long taken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = taken;
  }

  int count() {
    return count;
  }

  double milliseconds(double share) {
    return quantile(share) / 1e6;
  }

  double microseconds(double share) {
    return quantile(share) / 1e3;
  }

  /** How many a second, were they done one after the other. */
  double perSecond() {
    long sum = Arrays.stream(nanos, 0, count).sum();
    return sum == 0 ? 0 : count * 1e9 / sum;
  }

  /** The smallest time that at least {@code share} of all did not exceed. */
  private long quantile(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }
}
