package io.heyue.app.engine;

import io.heyue.app.engine.Ends.End;
import io.heyue.app.engine.Ends.Result;
import io.heyue.core.base.Channel;
import io.heyue.store.outbox.DueLetter;
import io.heyue.store.outbox.Given;
import io.heyue.store.outbox.Outbox.Taken;
import io.heyue.store.outbox.Receipts.Told;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Rooms rooms;
  private final Recall recall;
  private final Ends ends;
  private final InstantSource clock;
  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
  private final Ways ways;
  private final Redialling redialling;

  Courier(
      Rooms rooms,
      Recall recall,
      Redialling redialling,
      InstantSource clock,
      List<Carrier> carriers) {
    this.rooms = rooms;
    this.recall = recall;
    this.redialling = redialling;
    this.ways = new Ways(carriers);
    this.ends = new Ends(rooms);
    this.clock = clock;
    carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
  }

  /** A letter with its address. */
  private record Parcel(DueLetter letter, ContactPoint point) {}

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
    while (carried < limit) {
      int most = Math.min(AT_ONCE, limit - carried);
      Claimed claimed = LostRace.retry(() -> rooms.transactor().get(sql -> claim(sql, now, most)));
      int handed = carry(claimed.parcels());
      carried += handed;
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
    List<Parcel> parcels = new ArrayList<>();
    for (DueLetter letter : taken.due()) {
      Optional<ContactPoint> point = rooms.points().find(sql, letter.point());
      Optional<String> against =
          point.isEmpty()
              ? Optional.of("the address is gone")
              : recall.reason(sql, letter, point.get(), known, now);
      if (against.isPresent()) {
        rooms.outbox().recalled(sql, letter.id(), against.get(), now);
        ended.add(new End(letter.given(), Result.RECALLED, against.get()));
      } else if (letter.attempts() == 1 && !rooms.budget().use(sql, letter.permit(), now)) {
        rooms.outbox().failed(sql, letter.id(), "the permit can't be used", now);
        ended.add(new End(letter.given(), Result.FAILED, "the permit can't be used"));
      } else {
        parcels.add(new Parcel(letter, point.orElseThrow()));
      }
    }
    ends.note(sql, ended, now);
    return new Claimed(parcels, !taken.isEmpty());
  }

  /** Hands over one after the other; gives how many, and puts the rest back if it takes long. */
  private int carry(List<Parcel> parcels) {
    for (int i = 0; i < parcels.size(); i++) {
      DueLetter letter = parcels.get(i).letter();
      Instant now = clock.instant();
      if (now.isAfter(letter.claimedAt().plus(FRESH))) {
        List<DueLetter> rest =
            parcels.subList(i, parcels.size()).stream().map(Parcel::letter).toList();
        rooms.transactor().run(sql -> rooms.outbox().putBack(sql, rest));
        return i;
      }
      Handed handed =
          now.isBefore(letter.expiresAt())
              ? hand(parcels.get(i))
              : new Handed.Refused("the permit ran out", true);
      LostRace.retry(() -> rooms.transactor().get(sql -> conclude(sql, letter, handed)));
    }
    return parcels.size();
  }

  private Handed hand(Parcel parcel) {
    Carrier carrier = carriers.get(parcel.letter().channel());
    return carrier == null
        ? new Handed.Refused("no carrier for " + parcel.letter().channel().id(), true)
        : carrier.hand(new Letter(parcel.letter(), parcel.point()));
  }

  /** Stores what became of a letter; gives whether it is done with. */
  private boolean conclude(Sql sql, DueLetter letter, Handed handed) {
    Instant now = clock.instant();
    return switch (handed) {
      case Handed.Accepted accepted -> {
        taken(sql, letter, accepted.reference(), now);
        yield true;
      }
      case Handed.Unsure unsure -> {
        rooms.outbox().unsure(sql, letter.id(), unsure.reason(), now);
        ends.note(sql, List.of(new End(letter.given(), Result.UNKNOWN, unsure.reason())), now);
        yield true;
      }
      case Handed.Refused refused -> {
        boolean again =
            !refused.permanent() && rooms.outbox().again(sql, letter, refused.reason(), now);
        if (!again) {
          rooms.outbox().failed(sql, letter.id(), refused.reason(), now);
          ends.note(sql, List.of(new End(letter.given(), Result.FAILED, refused.reason())), now);
        }
        yield !again;
      }
    };
  }

  /** A receipt may have been here before us. */
  private void taken(Sql sql, DueLetter letter, String reference, Instant now) {
    Optional<Told> early = rooms.receipts().early(sql, letter, reference);
    rooms.outbox().sent(sql, letter.id(), reference, now);
    List<End> known = new ArrayList<>();
    known.add(new End(letter.given(), Result.SENT, ""));
    early.ifPresent(told -> {
      rooms.receipts().apply(sql, letter, told, now);
      follow(sql, letter.given(), told, now);
      known.add(end(letter.given(), told));
    });
    ends.note(sql, known, now);
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
    Told told = new Told(delivered, reason);
    Instant now = clock.instant();
    var _ =
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql -> {
                  Optional<Given> given = rooms.receipts().note(sql, channel, reference, told, now);
                  given.ifPresent(letter -> {
                    follow(sql, letter, told, now);
                    ends.note(sql, List.of(end(letter, told)), now);
                  });
                  return given;
                }));
  }

  private void follow(Sql sql, Given letter, Told told, Instant now) {
    Carrier carrier = carriers.get(letter.channel());
    if (carrier != null && !told.delivered()) {
      carrier
          .after(told.reason())
          .ifPresent(redial -> redialling.follow(sql, letter, redial, told.reason(), now));
    }
  }

  private static End end(Given letter, Told told) {
    return told.delivered()
        ? new End(letter, Result.DELIVERED, "")
        : new End(
            letter, Result.UNDELIVERED, told.reason().isEmpty() ? "not delivered" : told.reason());
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
