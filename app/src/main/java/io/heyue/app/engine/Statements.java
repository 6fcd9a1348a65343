package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends the link behind which a statement of account is read, to whoever asked for one by text
 * message: an answer, and so under a permit for answers.
 */
final class Statements {
  private final Rooms rooms;
  private final Guard guard;
  private final Invitations invitations;
  private final Chance chance;

  Statements(Rooms rooms, Guard guard, Invitations invitations, Chance chance) {
    this.rooms = rooms;
    this.guard = guard;
    this.invitations = invitations;
    this.chance = chance;
  }

  /**
   * Stores the letter, the link and the conversation that it leads to.
   *
   * @return the entry for the ledger, also where nothing can be sent; then the case goes on holding
   *     that a statement is due
   */
  Entry link(Sql sql, Talk talk, Folder folder, Instant now) {
    Optional<ContactPoint> point = talk.point().flatMap(id -> rooms.points().find(sql, id));
    String result =
        point.map(found -> link(sql, talk, folder, found, now)).orElse("there is no address");
    record Linked(String what, String result) {}
    return new Entry(
        Entry.Kind.JOB,
        now,
        talk.id().value(),
        Optional.of(talk.id()),
        Optional.of(talk.matter()),
        Optional.empty(),
        Canonical.text(new Linked("link to a statement of account", result)));
  }

  private String link(Sql sql, Talk talk, Folder folder, ContactPoint point, Instant now) {
    PermitId id = PermitId.draw(chance.rng());
    ContactRequest request =
        Approaching.request(
            rooms, id, folder.dossier(), point, Channel.SMS, Purpose.REPLY, talk.campaign(), now);
    ContactVerdict verdict = guard.permitReply(id, folder.dossier(), request.facts().answering());
    if (!(verdict instanceof ContactVerdict.Permitted permitted)) {
      return "not permitted";
    }
    Optional<Invitation> invitation =
        invitations.write(
            folder.dossier(),
            point,
            Channel.SMS,
            Phrases.STATEMENT,
            talk.campaign(),
            id,
            talk.flow(),
            now);
    if (invitation.isEmpty()) {
      return "the words were refused";
    }
    rooms.budget().note(sql, permitted.permit(), talk.matter());
    Invitations.store(
        sql, rooms, List.of(new Invitations.Permitted(invitation.get(), permitted.permit())), now);
    return "written under permit " + id;
  }
}
