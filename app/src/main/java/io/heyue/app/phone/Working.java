package io.heyue.app.phone;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Has tasks run by other threads, and knows when none is left. Thread-safe. */
final class Working implements Executor {
  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private int left;

  Working(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    count(1);
    boolean begun = false;
    try {
      threads.execute(() -> {
        try {
          task.run();
        } finally {
          count(-1);
        }
      });
      begun = true;
    } finally {
      if (!begun) {
        count(-1);
      }
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      left += more;
      if (left == 0) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until none is left.
   *
   * @return whether that was so in time
   */
  boolean settles(Duration within) {
    long nanos = within.toNanos();
    lock.lock();
    try {
      while (left > 0 && nanos > 0) {
        nanos = none.awaitNanos(nanos);
      }
      return left == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
