package io.heyue.voice.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that goes on only where a test says so. Thread-safe. */
final class VirtualTimers implements Timers, InstantSource {
  private record Due(Duration at, long number, Runnable task) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));

  private Duration now = Duration.ZERO;
  private long number;

  @Override
  public synchronized Waking after(Duration delay, Runnable task) {
    Due one = new Due(now.plus(delay), number++, task);
    due.add(one);
    return () -> {
      synchronized (this) {
        due.remove(one);
      }
    };
  }

  /** Lets so much time pass; whatever is due meanwhile happens in its order. */
  synchronized void pass(Duration time) {
    Duration until = now.plus(time);
    for (Optional<Due> next = next(until); next.isPresent(); next = next(until)) {
      due.remove(next.get());
      now = next.get().at();
      next.get().task().run();
    }
    now = until;
  }

  private Optional<Due> next(Duration until) {
    return Optional.ofNullable(due.peek()).filter(first -> first.at().compareTo(until) <= 0);
  }

  synchronized Duration now() {
    return now;
  }

  @Override
  public synchronized Instant instant() {
    return Instant.EPOCH.plus(now);
  }

  @Override
  public synchronized void close() {
    due.clear();
  }
}
