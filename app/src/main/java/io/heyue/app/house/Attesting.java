package io.heyue.app.house;

import io.heyue.app.installation.Settings;
import io.heyue.app.proof.StampingAuthority;
import io.heyue.app.proof.TimeAuthority;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Checkpoints.Kept;
import io.heyue.store.postgres.Transactor;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the time of the latest checkpoint attested by an authority, on a thread of its own: whoever
 * waits for the authority, nobody waits for us. Where it doesn't answer, the next look asks again.
 */
public final class Attesting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attesting.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final TimeAuthority authority;
  private final Transactor transactor;
  private final Checkpoints checkpoints;
  private final InstantSource clock;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean ending;

  Attesting(
      TimeAuthority authority,
      Transactor transactor,
      Checkpoints checkpoints,
      InstantSource clock) {
    this.authority = authority;
    this.transactor = transactor;
    this.checkpoints = checkpoints;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("attesting").unstarted(this::live);
  }

  /** Begins with the authority of the settings; where there is none, nobody is asked. */
  static Attesting begin(
      Settings.@Nullable TimeAuthority settings,
      Transactor transactor,
      Checkpoints checkpoints,
      InstantSource clock) {
    TimeAuthority authority =
        settings == null
            ? TimeAuthority.machineClock()
            : new StampingAuthority(settings.url(), settings.timeout());
    Attesting attesting = new Attesting(authority, transactor, checkpoints, clock);
    if (settings != null) {
      attesting.thread.start();
    }
    return attesting;
  }

  private void live() {
    do {
      var _ = attest();
    } while (!pause());
  }

  /** Has the latest checkpoint attested if it is not; says whether it is now. */
  public boolean attest() {
    try {
      Optional<Kept> last = transactor.get(checkpoints::unattested);
      if (last.isEmpty()) {
        return true;
      }
      Optional<byte[]> token = authority.attest(last.get().note().hash().bytes());
      token.ifPresent(bytes ->
          transactor.run(sql ->
              checkpoints.attest(sql, last.get().checkpoint().number(), clock.instant(), bytes)));
      return token.isPresent();
    } catch (IOException | RuntimeException e) {
      // The last place that can: the checkpoint stands without it, and the next look asks again.
      LOG.warn("The time of the latest checkpoint is not attested yet: {}", e.toString());
      return false;
    }
  }

  private boolean pause() {
    long left = LOOK.toNanos();
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

  /** Ends after the request that is under way. */
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
      // One that was never started has nothing to end.
      if (thread.isAlive()) {
        var _ = thread.join(Duration.ofSeconds(30));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
