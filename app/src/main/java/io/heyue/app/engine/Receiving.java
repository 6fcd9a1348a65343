package io.heyue.app.engine;

import io.heyue.app.engine.Ends.End;
import io.heyue.app.engine.Ends.Result;
import io.heyue.app.engine.Redialling.Followed;
import io.heyue.core.base.Channel;
import io.heyue.store.outbox.Given;
import io.heyue.store.outbox.Receipts.Concluded;
import io.heyue.store.outbox.Receipts.Receipt;
import io.heyue.store.outbox.Receipts.Told;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in what carriers tell of messages: all that wait are stored in one transaction, and each is
 * stored when whoever told it comes back. Thread-safe.
 */
final class Receiving {
  /** Locks are held while so many are stored, so that others wait. */
  private static final int MOST = 64;

  /** Calls end by themselves: nothing waits for it that one was stored a moment later. */
  private static final Duration PAUSE = Duration.ofMillis(40);

  private final Rooms rooms;
  private final Ends ends;
  private final Redialling redialling;
  private final Ways ways;
  private final InstantSource clock;
  private final Together<Receipt> together = new Together<>(MOST, PAUSE, this::store);

  Receiving(Rooms rooms, Ends ends, Redialling redialling, Ways ways, InstantSource clock) {
    this.rooms = rooms;
    this.ends = ends;
    this.redialling = redialling;
    this.ways = ways;
    this.clock = clock;
  }

  /** Takes one in. Where the reference is not known yet it is kept for a while. */
  void add(Receipt receipt) {
    // An SMS centre tells the next thing only when we have answered.
    together.add(receipt, receipt.channel() == Channel.CALL);
  }

  private void store(List<Receipt> receipts) {
    Instant now = clock.instant();
    var _ =
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql -> {
                  List<Concluded> concluded = rooms.receipts().note(sql, receipts, now);
                  ends.note(sql, follow(sql, concluded, now), now);
                  return concluded;
                }));
  }

  /**
   * Sees to what follows from letters whose ends were told, but for what the case, the budget and
   * the ledger learn of them: those are what it gives.
   */
  List<End> follow(Sql sql, List<Concluded> concluded, Instant now) {
    List<Followed> followed = new ArrayList<>();
    List<End> known = new ArrayList<>();
    for (Concluded each : concluded) {
      if (!each.told().delivered()) {
        ways.after(each.letter().channel(), each.told().reason())
            .map(redial -> new Followed(each.letter(), redial, each.told().reason()))
            .ifPresent(followed::add);
      }
      known.add(end(each.letter(), each.told()));
    }
    redialling.follow(sql, followed, now);
    return known;
  }

  private static End end(Given letter, Told told) {
    return told.delivered()
        ? new End(letter, Result.DELIVERED, "")
        : new End(
            letter, Result.UNDELIVERED, told.reason().isEmpty() ? "not delivered" : told.reason());
  }
}
