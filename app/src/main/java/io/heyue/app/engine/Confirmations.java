package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.conversations.PendingConfirmations.Gone;
import io.heyue.store.conversations.PendingConfirmations.Pending;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sends what was agreed in writing, as soon as that is lawful: a text message that leaks nothing
 * and a link behind which it can be read, or an e-mail that holds it. A letter that certainly did
 * not arrive is followed by another as long as the agreement stands; each confirmation ends in an
 * event of the case and an entry of the ledger. Thread-safe.
 */
public final class Confirmations {
  private static final List<Channel> BY = List.of(Channel.SMS, Channel.EMAIL);

  /** Letters for one confirmation; whoever can't be reached by so many is not pestered. */
  private static final int MOST_LETTERS = 4;

  /** Between a letter that did not arrive and the next. */
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);

  /** An address may still be brought in. */
  private static final Duration WITHOUT_ADDRESS = Duration.ofHours(6);

  private final Rooms rooms;
  private final Clerk clerk;
  private final Guard guard;
  private final Invitations invitations;
  private final Workbench bench;
  private final Set<Channel> carried;

  Confirmations(
      Rooms rooms,
      Clerk clerk,
      Guard guard,
      Invitations invitations,
      Workbench bench,
      Set<Channel> carried) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.guard = guard;
    this.invitations = invitations;
    this.bench = bench;
    this.carried = Set.copyOf(carried);
  }

  /**
   * Looks after letters that have gone their way and works at most {@code limit} confirmations that
   * are due, each in a transaction of its own.
   *
   * @return how many
   */
  public int run(Instant now, int limit) {
    List<UUID> gone = rooms.transactor().get(sql -> rooms.confirmations().gone(sql, now, limit));
    int worked = each(gone, (sql, id) -> follow(sql, id, now), now);
    List<UUID> due = rooms.transactor().get(sql -> rooms.confirmations().due(sql, now, limit));
    return worked + each(due, (sql, id) -> work(sql, id, now), now);
  }

  private interface Work {
    boolean does(Sql sql, UUID id);
  }

  private int each(List<UUID> ids, Work work, Instant now) {
    return bench.each(
        Kind.CONFIRMATION,
        ids,
        UUID::toString,
        id -> LostRace.retry(() -> rooms.transactor().get(sql -> work.does(sql, id))),
        now);
  }

  /** What became of a letter decides whether there must be another. */
  private boolean follow(Sql sql, UUID id, Instant now) {
    Optional<Gone> found = rooms.confirmations().findGone(sql, id, now);
    found.ifPresent(gone -> {
      Pending pending = gone.pending();
      if (gone.arrived()) {
        rooms.confirmations().sent(sql, id);
        append(
            sql,
            pending,
            new CaseEvent.ConfirmationSent(
                now, pending.conversation(), gone.permit(), gone.channel()));
      } else if (pending.tries() < MOST_LETTERS) {
        rooms.confirmations().later(sql, pending, now.plus(AFTER_FAILURE), "not delivered");
      } else {
        drop(sql, pending, "not_delivered", now);
      }
    });
    return found.isPresent();
  }

  private boolean work(Sql sql, UUID id, Instant now) {
    Optional<Pending> claimed = rooms.confirmations().claim(sql, id, now);
    claimed.ifPresent(pending -> {
      Optional<Folder> folder = clerk.find(sql, pending.matter(), now);
      if (folder.isEmpty()) {
        drop(sql, pending, "account_gone", now);
      } else if (settled(folder.get().dossier().matter(), now)) {
        drop(sql, pending, "settled", now);
      } else if (!now.isBefore(pending.until())) {
        drop(sql, pending, "too_late", now);
      } else {
        write(sql, pending, folder.get(), now);
      }
    });
    return claimed.isPresent();
  }

  /** Whether nothing is left of what was agreed: it was paid, replaced, or its time is over. */
  private static boolean settled(Case matter, Instant now) {
    boolean calledBack = matter.callback().filter(when -> when.isAfter(now)).isPresent();
    return (matter.cured() || matter.openPromises().isEmpty()) && !calledBack;
  }

  private void write(Sql sql, Pending pending, Folder folder, Instant now) {
    Talk talk = rooms.conversations().get(sql, pending.conversation());
    List<ContactPoint> points =
        rooms.points().of(sql, List.of(talk.person())).getOrDefault(talk.person(), List.of());
    List<Channel> ways =
        BY.stream()
            .filter(carried::contains)
            .filter(by -> Outreach.point(points, by).isPresent())
            .toList();
    if (ways.isEmpty()) {
      boolean again = now.plus(WITHOUT_ADDRESS).isBefore(pending.until());
      if (again) {
        rooms.confirmations().later(sql, pending, now.plus(WITHOUT_ADDRESS), "no address");
      } else {
        drop(sql, pending, "no_address", now);
      }
      return;
    }
    // Where one way failed another may not.
    Channel channel = ways.get(pending.tries() % ways.size());
    ContactPoint point = Outreach.point(points, channel).orElseThrow();
    PermitId permit = pending.attempt();
    Dossier dossier = folder.dossier();
    Optional<Invitation> invitation =
        invitations.confirm(dossier, point, channel, talk, permit, now);
    if (invitation.isEmpty()) {
      drop(sql, pending, "words_refused", now);
      return;
    }
    Judged judged =
        rooms
            .budget()
            .reserve(
                sql,
                Approaching.request(
                    rooms,
                    permit,
                    dossier,
                    point,
                    channel,
                    Purpose.CONFIRMATION,
                    talk.campaign(),
                    now));
    conclude(sql, pending, folder, invitation.get(), judged, now);
  }

  private void conclude(
      Sql sql, Pending pending, Folder folder, Invitation invitation, Judged judged, Instant now) {
    switch (judged.verdict()) {
      case ContactVerdict.Permitted ok when judged.repeated() ->
          // Its letter was written when it was answered first.
          rooms.confirmations().underway(sql, pending.id(), ok.permit().id());
      case ContactVerdict.Permitted ok -> {
        rooms.confirmations().underway(sql, pending.id(), ok.permit().id());
        var _ =
            rooms
                .cases()
                .append(
                    sql,
                    List.of(folder.with(List.of(Invitations.reserved(ok.permit(), invitation)))));
        Invitations.store(
            sql, rooms, List.of(new Invitations.Permitted(invitation, ok.permit())), now);
        ledger(sql, ContactEntry.permitted(judged, ok, invitation, Optional.empty(), guard));
      }
      case ContactVerdict.Refused refused -> {
        Optional<Instant> from =
            refused.lawfulFrom().filter(lawful -> lawful.isBefore(pending.until()));
        Entry refusal = ContactEntry.refused(judged, refused, Optional.empty(), guard);
        if (from.isPresent()) {
          rooms.confirmations().later(sql, pending, from.get(), "not permitted yet");
          ledger(sql, refusal);
        } else {
          drop(sql, pending, "not_permitted", now, refusal);
        }
      }
    }
  }

  /** Ends it with a trace; entries go in together, since an append is the last thing. */
  private void drop(Sql sql, Pending pending, String reason, Instant now, Entry... before) {
    rooms.confirmations().dropped(sql, pending.id(), reason);
    append(
        sql,
        pending,
        new CaseEvent.ConfirmationDropped(now, pending.conversation(), reason),
        before);
  }

  private void append(Sql sql, Pending pending, CaseEvent event, Entry... before) {
    Optional<Case> matter = rooms.cases().find(sql, pending.matter());
    matter.ifPresent(found -> {
      var _ = rooms.cases().append(sql, found, List.of(event));
    });
    List<Entry> entries = new java.util.ArrayList<>(List.of(before));
    entries.add(
        new Entry(
            Entry.Kind.JOB,
            event.at(),
            rooms.conversations().get(sql, pending.conversation()).person().value(),
            Optional.of(pending.conversation()),
            Optional.of(pending.matter()),
            Optional.empty(),
            Canonical.text(new Ended(pending.id(), pending.tries(), event))));
    rooms.ledger().append(sql, entries);
  }

  /** How a confirmation ended, for the ledger. */
  private record Ended(UUID confirmation, int letters, CaseEvent end) {}

  private void ledger(Sql sql, Entry entry) {
    rooms.ledger().append(sql, List.of(entry));
  }
}
