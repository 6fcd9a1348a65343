package io.heyue.voice.line;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs what happens to one call, one thing after the other, in the order in which it came. What
 * throws is noted and the next goes on. Thread-safe; it holds a thread only while there is
 * something to do.
 */
public final class Mailbox implements Executor {
  private final Executor threads;
  private final Consumer<Throwable> faults;
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  /**
   * @param threads run what is to be done, one thing at a time
   * @param faults hears of what was thrown
   */
  public Mailbox(Executor threads, Consumer<Throwable> faults) {
    this.threads = threads;
    this.faults = faults;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (size.getAndIncrement() == 0) {
      threads.execute(this::drain);
    }
  }

  private void drain() {
    do {
      Runnable next = waiting.poll();
      if (next != null) {
        safely(next);
      }
    } while (size.decrementAndGet() > 0);
  }

  @SuppressWarnings("CatchingUnchecked")
  private void safely(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      // A mailbox that dies would hold its call and ports for good.
      faults.accept(e);
    }
  }
}
