package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.campaigns.Referrals;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contacts that rules leave to a person: which wait, and what one decided, in the case and in the
 * ledger. Thread-safe; each call is one transaction, tried anew where the case moves on meanwhile.
 */
public final class Decisions {
  private final Rooms rooms;
  private final Clerk clerk;
  private final InstantSource clock;

  Decisions(Rooms rooms, Clerk clerk, InstantSource clock) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.clock = clock;
  }

  /**
   * What somebody of the staff wants.
   *
   * @param contact whether the person may be contacted
   * @param until the last day on which it holds, on the person's calendar; empty for as long as the
   *     lender wants decisions to hold
   * @param channels by which; empty for all
   */
  public record Wish(
      boolean contact, Optional<LocalDate> until, Set<Channel> channels, String reason) {
    public Wish {
      channels = Set.copyOf(channels);
    }
  }

  /** What came of a wish. */
  public sealed interface Answer {
    /** It was decided; the case after it. */
    record Decided(Case matter) implements Answer {}

    /** There is no such case. */
    record NoCase() implements Answer {}

    /** Nothing is known of the person that anybody would have to decide on. */
    record NothingToDecide() implements Answer {}

    /** The last day is over. */
    record Over(LocalDate until) implements Answer {}
  }

  /** For the ledger. */
  private record Deed(
      String by,
      String what,
      boolean contact,
      Instant until,
      Set<Channel> channels,
      Set<String> flags,
      String reason) {}

  /** A page of the cases that wait for a decision, in the order of their ids. */
  public List<Referrals.Waiting> page(Optional<CaseId> after, int limit) {
    return rooms.transactor().get(sql -> rooms.referrals().page(sql, after, limit));
  }

  /** Decides whether the person of a case may be contacted in spite of what is known of them. */
  public Answer decide(CaseId id, Wish wish, String by) {
    Instant now = clock.instant();
    return LostRace.retry(() -> rooms.transactor().get(sql -> decide(sql, id, wish, by, now)));
  }

  private Answer decide(Sql sql, CaseId id, Wish wish, String by, Instant now) {
    Optional<Folder> found = clerk.find(sql, id, now);
    if (found.isEmpty()) {
      return new Answer.NoCase();
    }
    Dossier dossier = found.get().dossier();
    PersonId person = dossier.matter().person();
    boolean waits = rooms.referrals().lock(sql, person);
    if (!waits && dossier.flags().isEmpty()) {
      return new Answer.NothingToDecide();
    }
    Instant until = end(wish, dossier, now);
    if (!until.isAfter(now)) {
      return new Answer.Over(wish.until().orElseThrow());
    }
    CaseEvent event =
        new CaseEvent.ContactDecided(now, wish.contact(), until, wish.channels(), dossier.flags());
    Case after = rooms.cases().append(sql, List.of(found.get().with(List.of(event)))).getFirst();
    long _ =
        wish.contact()
            ? rooms.referrals().reopen(sql, person, now, Deciding.PERMITTED)
            : rooms.referrals().refuse(sql, person, Deciding.DECLINED);
    Deed deed =
        new Deed(
            by,
            "contact decided",
            wish.contact(),
            until,
            wish.channels(),
            dossier.flags(),
            wish.reason());
    rooms
        .ledger()
        .append(
            sql,
            List.of(
                new Entry(
                    Entry.Kind.JOB,
                    now,
                    person.value(),
                    Optional.empty(),
                    Optional.of(id),
                    Optional.empty(),
                    Canonical.text(deed))));
    return new Answer.Decided(after);
  }

  private static Instant end(Wish wish, Dossier dossier, Instant now) {
    return wish.until()
        .map(day -> day.plusDays(1).atStartOfDay(Timing.zone(dossier)).toInstant())
        .orElseGet(() -> now.plus(dossier.mandate().waits().decision()));
  }
}
