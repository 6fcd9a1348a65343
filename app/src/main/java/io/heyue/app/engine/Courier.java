package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.outbox.Outbox.Given;
import io.heyue.store.outbox.OutgoingLetter;
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

/** Takes messages from the outbox to the carriers, each at most once. Thread-safe. */
public final class Courier {
  /** Whoever has been handing over one message for so long is dead. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Rooms rooms;
  private final InstantSource clock;
  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

  Courier(Rooms rooms, InstantSource clock, List<Carrier> carriers) {
    this.rooms = rooms;
    this.clock = clock;
    carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
  }

  /**
   * Hands over at most {@code limit} messages that are due.
   *
   * @return how many
   */
  public int deliver(Instant now, int limit) {
    List<Given> expired = rooms.transactor().get(sql -> rooms.outbox().expire(sql, now, limit));
    expired.forEach(given -> failed(given, "the permit ran out", now));
    List<Parcel> parcels = claim(now, limit);
    parcels.forEach(this::carry);
    return parcels.size();
  }

  /** A letter with its address. */
  private record Parcel(OutgoingLetter letter, ContactPoint point) {}

  /** Takes letters; when this returns, it is committed that they are being sent. */
  private List<Parcel> claim(Instant now, int limit) {
    return rooms
        .transactor()
        .get(sql -> {
          List<Parcel> parcels = new ArrayList<>();
          for (OutgoingLetter letter : rooms.outbox().claim(sql, now, limit)) {
            boolean usable = letter.attempts() > 1 || rooms.budget().use(sql, letter.permit(), now);
            Optional<ContactPoint> point = rooms.points().find(sql, letter.point());
            if (usable && point.isPresent()) {
              parcels.add(new Parcel(letter, point.get()));
            } else {
              rooms
                  .outbox()
                  .failed(
                      sql,
                      letter.id(),
                      usable ? "the address is gone" : "the permit can't be used",
                      now);
            }
          }
          return parcels;
        });
  }

  private void carry(Parcel parcel) {
    OutgoingLetter letter = parcel.letter();
    Carrier carrier = carriers.get(letter.channel());
    Handed handed =
        carrier == null
            ? new Handed.Refused("no carrier for " + letter.channel().id(), true)
            : carrier.hand(
                new Letter(
                    letter.id(),
                    letter.permit(),
                    letter.channel(),
                    parcel.point().value(),
                    letter.lang(),
                    letter.words(),
                    letter.conversation(),
                    letter.expiresAt()));
    Instant now = clock.instant();
    boolean lost =
        rooms
            .transactor()
            .get(sql ->
                switch (handed) {
                  case Handed.Accepted accepted -> {
                    rooms.outbox().sent(sql, letter.id(), accepted.reference(), now);
                    yield false;
                  }
                  case Handed.Unsure unsure -> {
                    rooms.outbox().unsure(sql, letter.id(), unsure.reason(), now);
                    yield false;
                  }
                  case Handed.Refused refused -> refused(sql, letter, refused, now);
                });
    if (lost) {
      failed(
          new Given(letter.id(), letter.permit(), letter.matter(), letter.channel()),
          handed instanceof Handed.Refused refused ? refused.reason() : "",
          now);
    }
  }

  /** Whether the letter is lost for good. */
  private boolean refused(Sql sql, OutgoingLetter letter, Handed.Refused refused, Instant now) {
    if (refused.permanent()) {
      rooms.outbox().failed(sql, letter.id(), refused.reason(), now);
      return true;
    }
    return !rooms.outbox().again(sql, letter, refused.reason(), now);
  }

  /** Nobody was reached: the case learns of it, and the contact no longer counts as one. */
  private void failed(Given given, String reason, Instant now) {
    LostRace.retry(() ->
        rooms
            .transactor()
            .get(sql -> {
              settle(sql, given.permit(), now);
              Optional<Case> matter = rooms.cases().find(sql, given.matter());
              matter.ifPresent(found -> append(sql, found, given, reason, now));
              return matter.isPresent();
            }));
  }

  private void append(Sql sql, Case matter, Given given, String reason, Instant now) {
    CaseEvent event = new CaseEvent.ContactFailed(now, given.permit(), given.channel(), reason);
    var _ = rooms.cases().append(sql, matter, List.of(event));
  }

  private void settle(Sql sql, PermitId permit, Instant now) {
    rooms.budget().settle(sql, permit, Optional.of(false), now);
  }

  /** A carrier tells what became of a message. Unknown references are taken no notice of. */
  public void receipt(Channel channel, String reference, boolean delivered) {
    Instant now = clock.instant();
    Optional<Given> given =
        rooms
            .transactor()
            .get(sql -> rooms.outbox().receipt(sql, channel, reference, delivered, now));
    if (!delivered) {
      given.ifPresent(letter -> failed(letter, "not delivered", now));
    }
  }

  /**
   * Gives up messages that were being handed over when a process died; they are not sent again.
   *
   * @return how many
   */
  public int recover(Instant now) {
    return rooms
        .transactor()
        .get(sql -> rooms.outbox().giveUp(sql, now.minus(PATIENCE), now))
        .size();
  }
}
