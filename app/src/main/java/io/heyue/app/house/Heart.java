package io.heyue.app.house;

import io.heyue.app.engine.Pulse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that drives the engine by the clock. A beat that fails is reported and tried again
 * after a wait; until it succeeds the system says that it isn't ready. Thread-safe.
 */
public final class Heart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Pulse pulse;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean ending;
  private volatile boolean well = true;

  public Heart(Pulse pulse) {
    this.pulse = pulse;
    this.thread = Thread.ofPlatform().name("heart").unstarted(this::live);
  }

  public void start() {
    thread.start();
  }

  /** Whether it beats and its last beat succeeded. */
  public boolean isWell() {
    return well && thread.isAlive();
  }

  private void live() {
    Duration wait = Duration.ZERO;
    while (!pause(wait)) {
      wait = beat();
    }
  }

  /** One beat; says how long to wait for the next. */
  private Duration beat() {
    try {
      boolean idle = pulse.tick().idle();
      well = true;
      return idle ? IDLE : Duration.ZERO;
    } catch (RuntimeException e) {
      // The last place that can: whatever it is, the next beat must come, and readiness tells it.
      well = false;
      LOG.error("A beat failed; the next comes in {}.", AFTER_FAILURE, e);
      return AFTER_FAILURE;
    }
  }

  /** Waits; true if we are ending. */
  private boolean pause(Duration length) {
    long left = length.toNanos();
    lock.lock();
    try {
      while (!ending && left > 0) {
        left = ended.awaitNanos(left);
      }
      return ending;
    } catch (InterruptedException e) {
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the beat that is under way. */
  @Override
  public void close() {
    lock.lock();
    try {
      ending = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
