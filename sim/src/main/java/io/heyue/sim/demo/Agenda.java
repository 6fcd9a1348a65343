package io.heyue.sim.demo;

import io.heyue.sim.world.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * What people are going to do, by time: the clock goes from one thing to the next, so that a
 * thousand conversations go on at once in one thread and always in the same order.
 */
final class Agenda {
  private final VirtualClock clock;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
  private long order;

  Agenda(VirtualClock clock) {
    this.clock = clock;
  }

  private record Entry(Instant at, long order, Runnable what) {}

  /** Something to be done at {@code at}; at once where that has passed. */
  void add(Instant at, Runnable what) {
    entries.add(new Entry(at, order++, what));
  }

  void in(Duration delay, Runnable what) {
    add(clock.instant().plus(delay), what);
  }

  /** Does what comes before {@code end}, each at its time, and moves the clock to {@code end}. */
  void run(Instant end, BooleanSupplier goOn) {
    for (Entry next = entries.peek();
        next != null && next.at().isBefore(end) && goOn.getAsBoolean();
        next = entries.peek()) {
      entries.remove(next);
      clock.advanceTo(next.at());
      next.what().run();
    }
    clock.advanceTo(end);
  }
}
