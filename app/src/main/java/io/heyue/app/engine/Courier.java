package io.heyue.app.engine;

import io.heyue.app.engine.Ends.End;
import io.heyue.app.engine.Ends.Result;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.store.outbox.DueLetter;
import io.heyue.store.outbox.Given;
import io.heyue.store.outbox.Outbox.Referred;
import io.heyue.store.outbox.Outbox.Taken;
import io.heyue.store.outbox.Receipts.Concluded;
import io.heyue.store.outbox.Receipts.Receipt;
import io.heyue.store.outbox.Receipts.Told;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from the outbox to the carriers, each at most once, and only as long as its permit
 * lasts. Takes few at a time, and puts back what it could not hand over soon, since a letter may be
 * called back only as long as nobody has taken it up. Thread-safe.
 */
public final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** Whoever has been handing over one message for so long is dead. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What was taken up longer ago is put back, to be looked at once more. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private static final int AT_ONCE = 10;

  /** As long as they go quickly. */
  private static final int MOST_AT_ONCE = 50;

  /** So soon at least it is stored what became of one, however many are still to be handed over. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Rooms rooms;
  private final Recall recall;
  private final Ends ends;
  private final InstantSource clock;
  private final Ways ways;
  private final Receiving receiving;

  Courier(
      Rooms rooms,
      Recall recall,
      Redialling redialling,
      InstantSource clock,
      List<Carrier> carriers) {
    this.rooms = rooms;
    this.recall = recall;
    this.ways = new Ways(carriers);
    this.ends = new Ends(rooms);
    this.clock = clock;
    this.receiving = new Receiving(rooms, ends, redialling, ways, clock);
  }

  /** A letter with its address. */
  private record Parcel(DueLetter letter, ContactPoint point) {}

  /** A letter with what its carrier said to it. */
  private record Outcome(DueLetter letter, Handed handed) {}

  /** Letters of one claim: those to be carried, and whether there was anything at all. */
  private record Claimed(List<Parcel> parcels, boolean any) {}

  /**
   * Hands over at most {@code limit} messages that are due. Where carriers are slow it ends sooner,
   * so that whoever drives it can do other work.
   *
   * @return how many
   */
  public int deliver(Instant now, int limit) {
    expire(now, limit);
    int carried = 0;
    int atOnce = AT_ONCE;
    while (carried < limit) {
      int most = Math.min(atOnce, limit - carried);
      Instant begun = clock.instant();
      Claimed claimed = LostRace.retry(() -> rooms.transactor().get(sql -> claim(sql, now, most)));
      int handed = carry(claimed.parcels());
      carried += handed;
      boolean quick = clock.instant().isBefore(begun.plus(SOON));
      atOnce = quick ? Math.min(2 * atOnce, MOST_AT_ONCE) : AT_ONCE;
      if (!claimed.any() || handed < claimed.parcels().size()) {
        break;
      }
    }
    return carried;
  }

  private void expire(Instant now, int limit) {
    LostRace.retry(() ->
        rooms
            .transactor()
            .get(sql -> {
              List<Given> expired = rooms.outbox().expire(sql, now, limit);
              ends.note(
                  sql,
                  expired.stream()
                      .map(given -> new End(given, Result.EXPIRED, "the permit ran out"))
                      .toList(),
                  now);
              return expired.size();
            }));
  }

  /** Takes letters; when this returns, it is committed that they are being sent. */
  private Claimed claim(Sql sql, Instant due, int limit) {
    Instant now = clock.instant();
    Taken taken = rooms.outbox().claim(sql, due, now, limit, ways.narrow());
    List<End> ended = new ArrayList<>();
    for (Given changed : taken.changed()) {
      LOG.error(
          "Letter {} was not sent: its row is not the one that was written. Maybe somebody changed"
              + " the table; run './heyue ledger verify'.",
          changed.id());
      rooms.outbox().failed(sql, changed.id(), "its row was changed", now);
      ended.add(new End(changed, Result.CHANGED, "its row was changed"));
    }
    Recall.Knowledge known = recall.of(sql, taken.due(), now);
    List<DueLetter> good = new ArrayList<>();
    for (DueLetter letter : taken.due()) {
      Optional<String> against = recall.reason(letter, known, now);
      if (against.isPresent()) {
        rooms.outbox().recalled(sql, letter.id(), against.get(), now);
        ended.add(new End(letter.given(), Result.RECALLED, against.get()));
      } else {
        good.add(letter);
      }
    }
    Set<PermitId> used =
        rooms
            .budget()
            .use(sql, good.stream().filter(Courier::first).map(DueLetter::permit).toList(), now);
    List<Parcel> parcels = new ArrayList<>();
    for (DueLetter letter : good) {
      if (first(letter) && !used.contains(letter.permit())) {
        rooms.outbox().failed(sql, letter.id(), "the permit can't be used", now);
        ended.add(new End(letter.given(), Result.FAILED, "the permit can't be used"));
      } else {
        parcels.add(new Parcel(letter, known.point(letter)));
      }
    }
    ends.note(sql, ended, now);
    return new Claimed(parcels, !taken.isEmpty());
  }

  private static boolean first(DueLetter letter) {
    return letter.attempts() == 1;
  }

  /**
   * Hands over one after the other; gives how many, and puts the rest back if it takes long or one
   * of them fails. What became of them is stored of many at once, and soon. Whoever dies before
   * leaves letters that may have been sent: they are never sent again.
   */
  private int carry(List<Parcel> parcels) {
    Deque<Parcel> rest = new ArrayDeque<>(parcels);
    List<Outcome> outcomes = new ArrayList<>();
    List<RuntimeException> failures = new ArrayList<>();
    attempt(() -> hand(rest, outcomes), failures);
    attempt(() -> conclude(outcomes), failures);
    attempt(() -> putBack(rest), failures);
    throwFirst(failures);
    return parcels.size() - rest.size();
  }

  /** The others are told of in it. */
  private static void throwFirst(List<RuntimeException> failures) {
    if (!failures.isEmpty()) {
      RuntimeException first = failures.getFirst();
      failures.stream().distinct().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** What one thing fails with keeps nothing else from being done, unless the database is away. */
  private static void attempt(Runnable work, List<RuntimeException> failures) {
    if (failures.stream().anyMatch(Workbench::isAway)) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private void putBack(Collection<Parcel> parcels) {
    if (!parcels.isEmpty()) {
      List<DueLetter> letters = parcels.stream().map(Parcel::letter).toList();
      rooms.transactor().run(sql -> rooms.outbox().putBack(sql, letters));
    }
  }

  /** Takes from {@code parcels} what it hands over, and notes what came of it. */
  private void hand(Deque<Parcel> parcels, List<Outcome> outcomes) {
    Instant since = clock.instant();
    for (Parcel parcel = parcels.peek(); parcel != null; parcel = parcels.peek()) {
      DueLetter letter = parcel.letter();
      Instant now = clock.instant();
      if (now.isAfter(letter.claimedAt().plus(FRESH))) {
        return;
      }
      if (now.isAfter(since.plus(SOON))) {
        conclude(outcomes);
        since = now;
      }
      parcels.remove();
      Handed handed =
          now.isBefore(letter.expiresAt())
              ? hand(parcel)
              : new Handed.Refused("the permit ran out", true);
      outcomes.add(new Outcome(letter, handed));
    }
  }

  private Handed hand(Parcel parcel) {
    Channel channel = parcel.letter().channel();
    return ways.find(channel)
        .map(carrier -> carrier.hand(new Letter(parcel.letter(), parcel.point())))
        .orElseGet(() -> new Handed.Refused("no carrier for " + channel.id(), true));
  }

  /**
   * Stores what became of letters, and forgets it: of all in one transaction; where that fails, of
   * each in its own, so that one that can't be stored costs the others nothing.
   */
  private void conclude(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    List<Outcome> all = List.copyOf(outcomes);
    outcomes.clear();
    List<RuntimeException> failures = new ArrayList<>();
    Together.each(
        all,
        some ->
            LostRace.retry(() ->
                rooms
                    .transactor()
                    .get(sql -> {
                      conclude(sql, some);
                      return true;
                    })),
        (_, failure) -> failures.add(failure));
    throwFirst(failures);
  }

  private void conclude(Sql sql, List<Outcome> outcomes) {
    Instant now = clock.instant();
    List<Referred> accepted = new ArrayList<>();
    List<End> known = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      DueLetter letter = outcome.letter();
      switch (outcome.handed()) {
        case Handed.Accepted taken -> {
          accepted.add(new Referred(letter, taken.reference()));
          known.add(new End(letter.given(), Result.SENT, ""));
        }
        case Handed.Unsure unsure -> {
          rooms.outbox().unsure(sql, letter.id(), unsure.reason(), now);
          known.add(new End(letter.given(), Result.UNKNOWN, unsure.reason()));
        }
        case Handed.Refused refused -> {
          boolean again =
              !refused.permanent() && rooms.outbox().again(sql, letter, refused.reason(), now);
          if (!again) {
            rooms.outbox().failed(sql, letter.id(), refused.reason(), now);
            known.add(new End(letter.given(), Result.FAILED, refused.reason()));
          }
        }
      }
    }
    known.addAll(taken(sql, accepted, now));
    ends.note(sql, known, now);
  }

  /** Receipts may have been here before us; gives what they told. */
  private List<End> taken(Sql sql, List<Referred> accepted, Instant now) {
    if (accepted.isEmpty()) {
      return List.of();
    }
    Map<UUID, Told> early = rooms.receipts().early(sql, accepted);
    rooms.outbox().sent(sql, accepted, now);
    rooms.receipts().apply(sql, early, now);
    List<Concluded> concluded = new ArrayList<>();
    for (Referred each : accepted) {
      Told told = early.get(each.letter().id());
      if (told != null) {
        concluded.add(new Concluded(each.letter().given(), told));
      }
    }
    return receiving.follow(sql, concluded, now);
  }

  /**
   * A carrier tells what became of a message. Where the reference is not known yet the receipt is
   * kept for a while.
   */
  public void receipt(Channel channel, String reference, boolean delivered) {
    receipt(channel, reference, delivered, "");
  }

  /**
   * The same with why it was not delivered.
   *
   * @param reason a word that {@link Carrier#after} knows; empty where there is none
   */
  public void receipt(Channel channel, String reference, boolean delivered, String reason) {
    receiving.add(new Receipt(channel, reference, new Told(delivered, reason)));
  }

  /**
   * Gives up messages that were being handed over when a process died; they are not sent again.
   *
   * @return how many
   */
  public int recover(Instant now) {
    return rooms
        .transactor()
        .get(sql -> {
          var _ = rooms.receipts().forget(sql, now);
          List<Given> given = rooms.outbox().giveUp(sql, now.minus(PATIENCE), now);
          ends.note(
              sql,
              given.stream()
                  .map(letter -> new End(letter, Result.UNKNOWN, "the sender died"))
                  .toList(),
              now);
          return given.size();
        });
  }
}
