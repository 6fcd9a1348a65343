package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Bars on contact that are placed and lifted outside of a conversation, each with who did it and
 * why, in the case and in the ledger. Thread-safe; each call is one transaction, tried anew where
 * the case moves on meanwhile.
 */
public final class Holds {
  private final Rooms rooms;
  private final Clerk clerk;
  private final InstantSource clock;

  Holds(Rooms rooms, Clerk clerk, InstantSource clock) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.clock = clock;
  }

  /** What somebody of the staff did, for the ledger. */
  private record Deed(String by, String what, Optional<HoldKind> kind, String reason) {}

  /** For the ledger. */
  private record Withdrawn(String what, Channel channel) {}

  /**
   * Places a hold.
   *
   * @return the case after it; empty if there is none
   */
  public Optional<Case> place(
      CaseId id, HoldKind kind, Optional<Instant> until, String by, String reason) {
    Instant now = clock.instant();
    return change(
        id,
        folder -> new CaseEvent.HoldPlaced(now, kind, until, answerBy(kind, folder, now)),
        new Deed(by, "hold placed", Optional.of(kind), reason),
        now);
  }

  /**
   * Lifts a hold.
   *
   * @return the case after it; empty if there is no such case or no such hold on it
   */
  public Optional<Case> lift(CaseId id, HoldKind kind, String by, String reason) {
    Instant now = clock.instant();
    return change(
        id,
        _ -> new CaseEvent.HoldLifted(now, kind),
        new Deed(by, "hold lifted", Optional.of(kind), reason),
        now);
  }

  /** By when a complaint that somebody of the staff took in is answered. */
  private Optional<LocalDate> answerBy(HoldKind kind, Folder folder, Instant now) {
    return kind == HoldKind.COMPLAINT
        ? Optional.of(rooms.guard().complaintDue(folder.dossier(), now).day())
        : Optional.empty();
  }

  /**
   * What somebody told of illness, bereavement or a lost job is past, as a person found.
   *
   * @return the case after it; empty if there is none or nothing was told
   */
  public Optional<Case> recovered(CaseId id, String by, String reason) {
    Instant now = clock.instant();
    return change(
        id,
        _ -> new CaseEvent.VulnerabilityPast(now),
        new Deed(by, "vulnerability past", Optional.empty(), reason),
        now);
  }

  private Optional<Case> change(
      CaseId id, Function<Folder, CaseEvent> news, Deed deed, Instant now) {
    return LostRace.retry(() -> rooms.transactor().get(sql -> change(sql, id, news, deed, now)));
  }

  private Optional<Case> change(
      Sql sql, CaseId id, Function<Folder, CaseEvent> news, Deed deed, Instant now) {
    Optional<Folder> folder = clerk.find(sql, id, now);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    CaseEvent event = news.apply(folder.get());
    if (changesNothing(event, folder.get().stored())) {
      return Optional.empty();
    }
    if (event instanceof CaseEvent.VulnerabilityPast) {
      askAgain(sql, folder.get().stored().person(), now);
    }
    Case after = rooms.cases().append(sql, List.of(folder.get().with(List.of(event)))).getFirst();
    rooms
        .ledger()
        .append(
            sql,
            List.of(
                entry(
                    after.person(), Optional.of(id), Optional.empty(), Canonical.text(deed), now)));
    return Optional.of(after);
  }

  /** What was left to a person for it needn't be decided any more. */
  private void askAgain(Sql sql, PersonId person, Instant now) {
    if (rooms.referrals().lock(sql, person)) {
      long _ = rooms.referrals().reopen(sql, person, now, "what was told is past");
    }
  }

  private static boolean changesNothing(CaseEvent event, Case stored) {
    return (event instanceof CaseEvent.HoldLifted lifted
            && !stored.holds().containsKey(lifted.kind()))
        || (event instanceof CaseEvent.VulnerabilityPast && stored.vulnerable().isEmpty());
  }

  /**
   * Somebody wants no more messages on the channel by which this one came.
   *
   * @return whether there was such a message
   */
  public boolean optOut(PermitId permit) {
    Instant now = clock.instant();
    return LostRace.retry(() -> rooms.transactor().get(sql -> optOut(sql, permit, now)));
  }

  private record Sent(PersonId person, Channel channel) {}

  private boolean optOut(Sql sql, PermitId permit, Instant now) {
    Optional<Sent> sent =
        sql.find(
            "select person_id, channel from contact_permit where id = ?",
            row ->
                new Sent(
                    new PersonId(row.uuid("person_id")),
                    Channel.find(row.text("channel")).orElseThrow()),
            permit.value());
    if (sent.isEmpty()) {
      return false;
    }
    Channel channel = sent.get().channel();
    List<Cases.Change> changes = new ArrayList<>();
    for (Case matter : rooms.cases().byPerson(sql, sent.get().person())) {
      if (!Boolean.FALSE.equals(matter.consents().get(channel))) {
        clerk
            .find(sql, matter.id(), now)
            .map(folder -> folder.with(List.of(new CaseEvent.ConsentWithdrawn(now, channel))))
            .ifPresent(changes::add);
      }
    }
    if (!changes.isEmpty()) {
      var _ = rooms.cases().append(sql, changes);
      rooms
          .ledger()
          .append(
              sql,
              List.of(
                  entry(
                      sent.get().person(),
                      Optional.empty(),
                      Optional.of(permit),
                      Canonical.text(new Withdrawn("consent withdrawn by link", channel)),
                      now)));
    }
    return true;
  }

  private static Entry entry(
      PersonId person,
      Optional<CaseId> matter,
      Optional<PermitId> permit,
      String payload,
      Instant now) {
    return new Entry(
        Entry.Kind.JOB, now, person.value(), Optional.empty(), matter, permit, payload);
  }
}
