package io.heyue.learn;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells how far training is and how long it will take. Not thread-safe. */
final class Progress {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final InstantSource clock;
  private Instant begun;
  private Instant told;
  private int steps = 1;
  private int done;

  Progress(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.begun = clock.instant();
    this.told = begun;
  }

  void start(int steps) {
    this.steps = Math.max(1, steps);
    begun = clock.instant();
    told = begun;
  }

  void step() {
    done++;
    Instant now = clock.instant();
    if (Duration.between(told, now).compareTo(PAUSE) >= 0) {
      told = now;
      Duration left = Duration.between(begun, now).multipliedBy(steps - done).dividedBy(done);
      out.printf(
          Locale.ROOT,
          "step %d of %d, %d:%02d left%n",
          done,
          steps,
          left.toMinutes(),
          left.toSecondsPart());
    }
  }

  void round(int round, double seen, double unseen) {
    out.printf(
        Locale.ROOT,
        "round %d: %.4f wrong of what it learns from, %.4f of what was held back%n",
        round,
        seen,
        unseen);
  }
}
