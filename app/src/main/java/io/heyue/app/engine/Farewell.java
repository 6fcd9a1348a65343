package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.turn.Notices;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.ledger.Entry;
import io.heyue.store.outbox.OutgoingLetter;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Obeys people who write that they want to hear no more. */
final class Farewell {
  /** The flow of conversations that no campaign began. */
  static final String FLOW = "arrears";

  private final Rooms rooms;
  private final Clerk clerk;
  private final Guard guard;
  private final Notices notices;
  private final Chance chance;

  Farewell(Rooms rooms, Clerk clerk, Guard guard, Notices notices, Chance chance) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.guard = guard;
    this.notices = notices;
    this.chance = chance;
  }

  /** For the ledger. */
  private record Stopped(String what, Channel channel, List<CaseId> matters, boolean said) {}

  /** Places a stop on all cases of whoever has this number, and says so once. */
  void stop(Sql sql, List<ContactPoint> points, Instant now) {
    TreeMap<PersonId, ContactPoint> people = new TreeMap<>(Comparator.comparing(PersonId::value));
    points.forEach(point -> people.putIfAbsent(point.person(), point));
    List<Entry> entries = new ArrayList<>();
    boolean said = false;
    for (ContactPoint point : people.values()) {
      List<CaseId> stopped = new ArrayList<>();
      Optional<Entry> acknowledged = Optional.empty();
      for (Case matter : rooms.cases().byPerson(sql, point.person())) {
        Optional<Folder> folder = clerk.find(sql, matter.id(), now);
        if (folder.isPresent() && !matter.holds().containsKey(HoldKind.STOP)) {
          if (!said) {
            acknowledged = acknowledge(sql, folder.get(), point, now);
            said = acknowledged.isPresent();
          }
          CaseEvent stop = new CaseEvent.StopRequested(now);
          CaseEvent withdrawn = new CaseEvent.ConsentWithdrawn(now, Channel.SMS);
          var _ = rooms.cases().append(sql, List.of(folder.get().with(List.of(stop, withdrawn))));
          stopped.add(matter.id());
        }
      }
      if (!stopped.isEmpty()) {
        entries.add(entry(point.person(), stopped, acknowledged, now));
        acknowledged.ifPresent(entries::add);
      }
    }
    rooms.ledger().append(sql, entries);
  }

  private static Entry entry(
      PersonId person, List<CaseId> matters, Optional<Entry> acknowledged, Instant now) {
    return new Entry(
        Entry.Kind.STOP,
        now,
        person.value(),
        Optional.empty(),
        Optional.of(matters.getFirst()),
        acknowledged.flatMap(Entry::permit),
        Canonical.text(
            new Stopped("stop by text message", Channel.SMS, matters, acknowledged.isPresent())));
  }

  /** Says that we will be silent; gives the proof of it, or nothing if it may not be said. */
  private Optional<Entry> acknowledge(Sql sql, Folder folder, ContactPoint point, Instant now) {
    Rng rng = chance.rng();
    PermitId id = PermitId.draw(rng);
    ContactRequest request =
        Approaching.request(
            rooms, id, folder.dossier(), point, Channel.SMS, Purpose.REPLY, Optional.empty(), now);
    ContactFacts facts = request.facts().answering();
    Optional<ApprovedReply> words =
        Invitations.approved(
            notices.write(
                Phrases.STOPPED,
                Optional.empty(),
                folder.dossier(),
                folder.dossier().borrower().lang(),
                Channel.SMS,
                ConversationId.draw(rng).code(),
                "",
                false,
                false,
                now));
    if (words.isEmpty()
        || !(guard.permitReply(id, folder.dossier(), facts)
            instanceof ContactVerdict.Permitted permitted)) {
      return Optional.empty();
    }
    ContactPermit permit = permitted.permit();
    rooms.budget().note(sql, permit, folder.stored().id());
    rooms
        .outbox()
        .add(
            sql,
            List.of(
                new OutgoingLetter(
                    permit, words.get(), folder.stored().id(), Optional.empty(), point.id())),
            now);
    return Optional.of(
        ContactEntry.answered(request, facts, permit, Phrases.STOPPED, words.get(), guard));
  }
}
