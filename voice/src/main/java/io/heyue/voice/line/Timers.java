package io.heyue.voice.line;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Wakes calls up after a while. Thread-safe. */
public interface Timers extends AutoCloseable {
  /** A waking that can be taken back. */
  interface Waking {
    void off();
  }

  /**
   * Runs something short after a while, on a thread of its own; it must hand over at once. Once
   * this is closed, nothing is run any more.
   */
  Waking after(Duration delay, Runnable task);

  @Override
  void close();

  /** By the machine's clock, on one thread for all calls. */
  static Timers real() {
    ScheduledThreadPoolExecutor wheel =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("call-timers").factory());
    // Else what was taken back holds its call until it would have been due, for hours.
    wheel.setRemoveOnCancelPolicy(true);
    return new Timers() {
      @Override
      public Waking after(Duration delay, Runnable task) {
        try {
          ScheduledFuture<?> waking = wheel.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
          return () -> waking.cancel(false);
        } catch (RejectedExecutionException e) {
          if (wheel.isShutdown()) {
            return () -> {};
          }
          throw e;
        }
      }

      @Override
      public void close() {
        wheel.shutdownNow();
      }
    };
  }
}
