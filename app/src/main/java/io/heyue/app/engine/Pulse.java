package io.heyue.app.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

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
  private final InstantSource clock;
  private final AtomicReference<Instant> judged = new AtomicReference<>(Instant.EPOCH);

  Pulse(
      Desk desk,
      Campaigns campaigns,
      Courier courier,
      Confirmations confirmations,
      Reconciliation reconciliation,
      InstantSource clock) {
    this.desk = desk;
    this.campaigns = campaigns;
    this.courier = courier;
    this.confirmations = confirmations;
    this.reconciliation = reconciliation;
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
    var _ = courier.recover(now);
    var _ = campaigns.begin(now);
    long payments = reconciliation.book(now).payments();
    int told = (int) reconciliation.interrupt(now).interrupted();
    long promises = 0;
    Instant last = judged.get();
    if (!now.isBefore(last.plus(JUDGING)) && judged.compareAndSet(last, now)) {
      Reconciliation.Reconciled found = reconciliation.judge(now);
      promises = found.kept() + found.partlyKept() + found.broken();
    }
    int silences = desk.silences(now);
    int confirmed = confirmations.run(now, PIECE);
    int written = campaigns.step(now, PIECE);
    int delivered = courier.deliver(now, PIECE);
    if (written == 0) {
      var _ = campaigns.finish();
    }
    return new Beat(written, delivered, silences + told, confirmed, payments, promises);
  }
}
