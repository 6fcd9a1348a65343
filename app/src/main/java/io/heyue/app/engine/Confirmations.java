package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.conversations.PendingConfirmations.Pending;
import io.heyue.store.conversations.Talk;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends what was agreed in writing, as soon as that is lawful: a message that leaks nothing, and a
 * link behind which it can be read. Thread-safe.
 */
public final class Confirmations {
  private static final List<Channel> BY = List.of(Channel.SMS, Channel.EMAIL);

  private final Rooms rooms;
  private final Clerk clerk;
  private final Guard guard;
  private final Invitations invitations;
  private final Chance chance;
  private final Set<Channel> carried;

  Confirmations(
      Rooms rooms,
      Clerk clerk,
      Guard guard,
      Invitations invitations,
      Chance chance,
      Set<Channel> carried) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.guard = guard;
    this.invitations = invitations;
    this.chance = chance;
    this.carried = Set.copyOf(carried);
  }

  /**
   * Works at most {@code limit} confirmations that are due, each in a transaction of its own.
   *
   * @return how many
   */
  public int run(Instant now, int limit) {
    int worked = 0;
    while (worked < limit && LostRace.retry(() -> rooms.transactor().get(sql -> next(sql, now)))) {
      worked++;
    }
    return worked;
  }

  private boolean next(Sql sql, Instant now) {
    List<Pending> claimed = rooms.confirmations().claim(sql, now, 1);
    claimed.forEach(pending -> work(sql, pending, now));
    return !claimed.isEmpty();
  }

  private void work(Sql sql, Pending pending, Instant now) {
    Talk talk = rooms.conversations().get(sql, pending.conversation());
    Optional<Folder> folder = clerk.find(sql, pending.matter(), now);
    if (folder.isEmpty() || !now.isBefore(pending.until())) {
      rooms.confirmations().dropped(sql, pending.id());
      return;
    }
    Dossier dossier = folder.get().dossier();
    List<ContactPoint> points =
        rooms.points().of(sql, List.of(talk.person())).getOrDefault(talk.person(), List.of());
    Optional<Channel> channel =
        BY.stream()
            .filter(carried::contains)
            .filter(by -> Outreach.point(points, by).isPresent())
            .findFirst();
    if (channel.isEmpty()) {
      rooms.confirmations().dropped(sql, pending.id());
      return;
    }
    ContactPoint point = Outreach.point(points, channel.get()).orElseThrow();
    PermitId permit = PermitId.draw(chance.rng());
    Optional<Invitation> invitation =
        invitations.write(
            dossier,
            point,
            channel.get(),
            Phrases.CONFIRMED,
            terms(talk),
            talk.campaign(),
            permit,
            talk.flow(),
            now);
    if (invitation.isEmpty()) {
      rooms.confirmations().dropped(sql, pending.id());
      return;
    }
    Judged judged =
        rooms
            .budget()
            .reserve(
                sql,
                Approaching.request(
                    permit,
                    dossier,
                    point,
                    channel.get(),
                    Purpose.CONFIRMATION,
                    talk.campaign(),
                    now));
    conclude(sql, pending, folder.get(), invitation.get(), judged, now);
  }

  private void conclude(
      Sql sql, Pending pending, Folder folder, Invitation invitation, Judged judged, Instant now) {
    switch (judged.verdict()) {
      case ContactVerdict.Permitted ok -> {
        rooms.confirmations().sent(sql, pending.id());
        var _ =
            rooms
                .cases()
                .append(
                    sql,
                    List.of(folder.with(List.of(Invitations.reserved(ok.permit(), invitation)))));
        Invitations.store(
            sql, rooms, List.of(new Invitations.Permitted(invitation, ok.permit())), now);
        rooms
            .ledger()
            .append(
                sql,
                List.of(
                    ContactEntry.permitted(
                        judged, ok, invitation, Optional.empty(), guard.lawVersion())));
      }
      case ContactVerdict.Refused refused -> {
        refused
            .lawfulFrom()
            .filter(from -> from.isBefore(pending.until()))
            .ifPresentOrElse(
                from -> rooms.confirmations().later(sql, pending.id(), from),
                () -> rooms.confirmations().dropped(sql, pending.id()));
        rooms
            .ledger()
            .append(
                sql,
                List.of(
                    ContactEntry.refused(judged, refused, Optional.empty(), guard.lawVersion())));
      }
    }
  }

  private static Optional<Terms> terms(Talk talk) {
    return talk.state()
        .map(States::read)
        .map(DialogueState::agreed)
        .filter(agreed -> !agreed.isEmpty())
        .map(List::getLast);
  }
}
