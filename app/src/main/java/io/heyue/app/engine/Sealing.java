package io.heyue.app.engine;

import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.postgres.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Has the ledger signed from time to time: at most so much of it rests on our own seal alone.
 * Thread-safe.
 */
public final class Sealing {
  /** Between two checkpoints, as long as anything is written. */
  public static final Duration EVERY = Duration.ofMinutes(10);

  private final Transactor transactor;
  private final Checkpoints checkpoints;
  private final AtomicReference<Instant> sealed = new AtomicReference<>(Instant.MIN);

  Sealing(Transactor transactor, Checkpoints checkpoints) {
    this.transactor = transactor;
    this.checkpoints = checkpoints;
  }

  /** Makes a checkpoint if one is due; says whether it looked. */
  boolean beat(Instant now) {
    Instant last = sealed.get();
    boolean due =
        last.equals(Instant.MIN) || Duration.between(last, now).abs().compareTo(EVERY) >= 0;
    if (!due || !sealed.compareAndSet(last, now)) {
      return false;
    }
    try {
      var _ = checkpoints.make(transactor, now);
    } catch (RuntimeException e) {
      // Due until it succeeds, so that every beat says what is wrong.
      sealed.set(last);
      throw e;
    }
    return true;
  }

  /**
   * Makes the last checkpoint of this process. Where the database is gone the next process makes
   * it.
   */
  public void end(Instant now) {
    try {
      var _ = checkpoints.make(transactor, now);
    } catch (RuntimeException e) {
      if (!Workbench.isAway(e)) {
        throw e;
      }
    }
  }
}
