package io.heyue.app.phone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing after the other, in the order in which they were asked for, on threads that it is
 * given. Nothing is done before {@link #open}. Thread-safe; asking never waits.
 */
final class Serial implements Executor {
  private final Executor threads;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean opened;
  private boolean working;

  Serial(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (tasks) {
      tasks.add(task);
    }
    work();
  }

  /** Begins with what was asked for up to now. */
  void open() {
    synchronized (tasks) {
      opened = true;
    }
    work();
  }

  private void work() {
    synchronized (tasks) {
      if (!opened || working || tasks.isEmpty()) {
        return;
      }
      working = true;
    }
    threads.execute(this::drain);
  }

  private void drain() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (tasks) {
      Runnable task = tasks.poll();
      working = task != null;
      return task;
    }
  }
}
