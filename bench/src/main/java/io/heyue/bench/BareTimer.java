package io.heyue.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does nothing but wake each millisecond and note how late it does: what the machine
 * makes late whatever the program is.
 */
final class BareTimer implements AutoCloseable {
  private static final long TURN = 1_000_000;

  private final Delays delays = new Delays();
  private final Thread thread;
  private volatile boolean stopped;

  private BareTimer() {
    this.thread = Thread.ofPlatform().daemon().name("bare-timer").unstarted(this::run);
  }

  static BareTimer start() {
    BareTimer timer = new BareTimer();
    timer.thread.start();
    return timer;
  }

  private void run() {
    for (long due = System.nanoTime() + TURN; !stopped; due += TURN) {
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(this, wait);
      }
      delays.record(System.nanoTime() - due);
    }
  }

  /** Ends it. */
  Delays stopped() {
    close();
    return delays;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      var _ = thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
