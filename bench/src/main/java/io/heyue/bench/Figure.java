package io.heyue.bench;

import java.util.Optional;

/**
 * One measured number.
 *
 * @param benchmark that measured it
 * @param what was measured
 * @param n how many it was measured over
 * @param unit of the value and of the baseline
 * @param baseline measured in the same run, on the same machine
 */
record Figure(
    String benchmark,
    String what,
    long n,
    double value,
    String unit,
    Baseline baseline,
    Optional<Target> target) {

  /** Something simpler, to hold the value against; 0 where there is nothing comparable. */
  record Baseline(String what, double value) {
    static Baseline none() {
      return new Baseline("none", 0);
    }
  }

  /** What we aim at. It is shown beside the value and never decides over anything. */
  record Target(double limit, Sense sense) {
    static Optional<Target> atMost(double limit) {
      return Optional.of(new Target(limit, Sense.AT_MOST));
    }

    static Optional<Target> atLeast(double limit) {
      return Optional.of(new Target(limit, Sense.AT_LEAST));
    }

    boolean reached(double value) {
      return switch (sense) {
        case AT_MOST -> value <= limit;
        case AT_LEAST -> value >= limit;
      };
    }
  }

  /** Which side of a target is the good one. */
  enum Sense {
    AT_MOST,
    AT_LEAST
  }

  /** How many times the baseline; empty without one. */
  Optional<Double> ratio() {
    return baseline.value() > 0 ? Optional.of(value / baseline.value()) : Optional.empty();
  }
}
