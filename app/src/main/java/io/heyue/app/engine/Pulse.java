package io.heyue.app.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Drives everything that happens by the clock. Thread-safe; several processes may do it at once.
 */
public final class Pulse {
  private static final int PIECE = 200;

  /** Promises are judged this often; their day ends at different times in different zones. */
  private static final Duration JUDGING = Duration.ofHours(1);

  private final Desk desk;
  private final Campaigns campaigns;
  private final Courier courier;
  private final Confirmations confirmations;
  private final Reconciliation reconciliation;
  private final Sealing sealing;
  private final InstantSource clock;
  private final AtomicReference<Instant> judged = new AtomicReference<>(Instant.EPOCH);

  Pulse(
      Desk desk,
      Campaigns campaigns,
      Courier courier,
      Confirmations confirmations,
      Reconciliation reconciliation,
      Sealing sealing,
      InstantSource clock) {
    this.desk = desk;
    this.campaigns = campaigns;
    this.courier = courier;
    this.confirmations = confirmations;
    this.reconciliation = reconciliation;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** What one beat did. */
  public record Beat(
      int written, int delivered, int silences, int confirmations, long payments, long judged) {
    /** Whether there was nothing to do. */
    public boolean idle() {
      return written + delivered + silences + confirmations + payments + judged == 0;
    }
  }

  /** Does what is due now, a bounded piece of each: what people paid before what they are asked. */
  public Beat tick() {
    Instant now = clock.instant();
    Stages stages = new Stages();
    var _ = stages.work(() -> courier.recover(now));
    var _ = stages.work(() -> campaigns.begin(now));
    long payments = stages.work(() -> reconciliation.book(now).payments());
    long told = stages.work(() -> reconciliation.interrupt(now).interrupted());
    long promises = stages.work(() -> judge(now));
    long silences = stages.work(() -> desk.silences(now));
    long confirmed = stages.work(() -> confirmations.run(now, PIECE));
    long written = stages.work(() -> campaigns.step(now, PIECE));
    long delivered = stages.work(() -> courier.deliver(now, PIECE));
    if (written == 0) {
      var _ = stages.work(campaigns::finish);
    }
    var _ = stages.work(() -> sealing.beat(now) ? 1 : 0);
    stages.end();
    return new Beat(
        (int) written,
        (int) delivered,
        (int) (silences + told),
        (int) confirmed,
        payments,
        promises);
  }

  private long judge(Instant now) {
    Instant last = judged.get();
    if (now.isBefore(last.plus(JUDGING)) || !judged.compareAndSet(last, now)) {
      return 0;
    }
    Reconciliation.Reconciled found = reconciliation.judge(now);
    return found.kept() + found.partlyKept() + found.broken();
  }

  /**
   * The stages of a beat: one that fails doesn't keep the others from their work, and the beat
   * fails after them. If the database is away nothing else is tried.
   */
  private static final class Stages {
    private final List<RuntimeException> failures = new ArrayList<>();

    long work(LongSupplier stage) {
      try {
        return stage.getAsLong();
      } catch (RuntimeException e) {
        if (Workbench.isAway(e)) {
          throw e;
        }
        failures.add(e);
        return 0;
      }
    }

    void end() {
      if (!failures.isEmpty()) {
        RuntimeException first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
      }
    }
  }
}
