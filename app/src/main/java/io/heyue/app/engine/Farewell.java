package io.heyue.app.engine;

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
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.turn.Notices;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.outbox.OutgoingLetter;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Instant;
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

  /** Places a stop on all cases of whoever has this number, and says so once. */
  void stop(Sql sql, List<ContactPoint> points, Instant now) {
    TreeMap<PersonId, ContactPoint> people = new TreeMap<>(Comparator.comparing(PersonId::value));
    points.forEach(point -> people.putIfAbsent(point.person(), point));
    boolean said = false;
    for (ContactPoint point : people.values()) {
      for (Case matter : rooms.cases().byPerson(sql, point.person())) {
        Optional<Folder> folder = clerk.find(sql, matter.id(), now);
        if (folder.isPresent() && !matter.holds().containsKey(HoldKind.STOP)) {
          said = said || acknowledge(sql, folder.get(), point, now);
          CaseEvent stop = new CaseEvent.StopRequested(now);
          CaseEvent withdrawn = new CaseEvent.ConsentWithdrawn(now, Channel.SMS);
          var _ = rooms.cases().append(sql, List.of(folder.get().with(List.of(stop, withdrawn))));
        }
      }
    }
  }

  private boolean acknowledge(Sql sql, Folder folder, ContactPoint point, Instant now) {
    Rng rng = chance.rng();
    PermitId id = PermitId.draw(rng);
    ContactRequest request =
        Approaching.request(
            id, folder.dossier(), point, Channel.SMS, Purpose.REPLY, Optional.empty(), now);
    ContactVerdict verdict =
        guard.permitReply(id, folder.dossier(), Approaching.answering(request.facts()));
    if (!(verdict instanceof ContactVerdict.Permitted permitted)) {
      return false;
    }
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
    if (words.isEmpty()) {
      return false;
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
    return true;
  }
}
