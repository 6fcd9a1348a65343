package io.heyue.bench;

import java.util.ArrayList;
import java.util.List;

/** Values of which some share is no larger than another. Not thread-safe. */
final class Spread {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  /** In milliseconds, from nanoseconds. */
  void addNanos(long nanos) {
    add(nanos / 1e6);
  }

  int count() {
    return values.size();
  }

  /** The smallest value that at least {@code share} of all don't exceed; 0 of none. */
  double at(double share) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
