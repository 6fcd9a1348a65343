package io.heyue.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Eight virtual threads that share a heap of work. */
final class Crowd {
  static final int THREADS = 8;

  private Crowd() {}

  /**
   * What was got done.
   *
   * @param done sum of what the pieces gave
   */
  record Done(long done, double seconds) {
    double perSecond() {
      return done / seconds;
    }
  }

  /** Works the pieces until none is left or {@code longest} has passed. */
  static <T> Done work(Collection<T> pieces, Duration longest, ToLongFunction<T> work) {
    Queue<T> heap = new ConcurrentLinkedQueue<>(pieces);
    AtomicLong done = new AtomicLong();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, THREADS)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    while (System.nanoTime() - start < longest.toNanos()) {
                      T piece = heap.poll();
                      if (piece == null) {
                        return;
                      }
                      done.addAndGet(work.applyAsLong(piece));
                    }
                  }))
              .toList();
      for (var thread : running) {
        await(thread);
      }
    }
    return new Done(done.get(), (System.nanoTime() - start) / 1e9);
  }

  private static void await(Future<?> thread) {
    try {
      thread.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A thread of the benchmark failed.", e.getCause());
    }
  }
}
