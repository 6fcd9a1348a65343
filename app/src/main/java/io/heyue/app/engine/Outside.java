package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.AccountId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Personal;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.store.budget.OutsideContacts;
import io.heyue.store.budget.OutsideContacts.Outcome;
import io.heyue.store.budget.OutsideContacts.Report;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.OwnedAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that agencies made outside this system. The law counts them with ours, so they are told
 * us and stand in the budget of the person; each report stands in the ledger. Thread-safe.
 */
public final class Outside {
  /** The clock of whoever reports may be ahead of ours by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Rooms rooms;
  private final OutsideContacts contacts = new OutsideContacts();
  private final InstantSource clock;

  Outside(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  /**
   * A contact as somebody tells it.
   *
   * @param key by which the agency knows it; told again under it, it counts once
   * @param account whose borrower was contacted
   * @param lender and {@code number}: the same, as the lender knows it
   * @param address the number or address, if it is told; without, it counts for every one
   * @param relation of whoever was contacted to the debtor, if it is told; else the number says it
   *     where we know it
   * @param effective whether the right party was reached; null counts as reached
   */
  public record Told(
      String agency,
      String key,
      Optional<AccountId> account,
      String lender,
      Optional<String> number,
      Instant at,
      Channel channel,
      Optional<Personal> address,
      Optional<Relation> relation,
      @Nullable Boolean effective) {}

  /** What came of one. */
  public sealed interface Answer {
    /** It counts. */
    record Noted(Outcome outcome) implements Answer {}

    /** It could not be noted. */
    record Refused(String why) implements Answer {}
  }

  /** For the ledger. */
  private record Entered(
      String what,
      String by,
      String agency,
      UUID contact,
      PersonId person,
      Instant at,
      Channel channel,
      @Nullable Boolean effective,
      Outcome outcome) {}

  /** Notes contacts, all in one transaction; gives an answer for each, in the same order. */
  public List<Answer> report(List<Told> told, String by) {
    Instant now = clock.instant();
    return LostRace.retry(() -> rooms.transactor().get(sql -> report(sql, told, by, now)));
  }

  private record Known(int place, Told told, PersonId person) {}

  private List<Answer> report(Sql sql, List<Told> told, String by, Instant now) {
    List<@Nullable Answer> answers = new ArrayList<>();
    List<Known> known = new ArrayList<>();
    for (Told each : told) {
      Optional<PersonId> person = person(sql, each);
      if (each.at().isAfter(now.plus(AHEAD))) {
        answers.add(new Answer.Refused("at lies in the future."));
      } else if (person.isEmpty()) {
        answers.add(new Answer.Refused("There is no such account."));
      } else {
        known.add(new Known(answers.size(), each, person.get()));
        answers.add(null);
      }
    }
    // In the same order everywhere, so that two transactions can't wait for each other.
    known.sort(Comparator.comparing(each -> each.person().value()));
    List<Entry> entries = new ArrayList<>();
    for (Known each : known) {
      answers.set(each.place(), note(sql, each, by, now, entries));
    }
    rooms.ledger().append(sql, entries);
    List<Answer> all = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer != null) {
        all.add(answer);
      }
    }
    return all;
  }

  private Optional<PersonId> person(Sql sql, Told told) {
    Optional<OwnedAccount> account =
        told.account().isPresent()
            ? rooms.accounts().find(sql, told.account().get())
            : told.number().flatMap(number -> rooms.accounts().find(sql, told.lender(), number));
    return account.map(OwnedAccount::person);
  }

  private @Nullable Relation relation(Sql sql, Known known) {
    Told told = known.told();
    return told.relation()
        .or(() ->
            told.address()
                .flatMap(address -> rooms.points().relation(sql, known.person(), address)))
        .orElse(null);
  }

  private Answer note(Sql sql, Known known, String by, Instant now, List<Entry> entries) {
    Told told = known.told();
    Report report =
        new Report(
            told.agency(),
            told.key(),
            known.person(),
            new Trace(
                told.at().truncatedTo(ChronoUnit.MICROS),
                told.channel(),
                told.address().map(rooms.points()::image).orElse(""),
                told.effective(),
                true,
                relation(sql, known),
                true));
    Outcome outcome = contacts.report(sql, report, by, now);
    if (outcome == Outcome.OTHER) {
      return new Answer.Refused("key was used for another contact of this agency.");
    }
    if (outcome != Outcome.REPEATED) {
      entries.add(
          new Entry(
              Entry.Kind.OUTSIDE,
              now,
              known.person().value(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Canonical.text(
                  new Entered(
                      "contact made outside",
                      by,
                      told.agency(),
                      report.id(),
                      known.person(),
                      report.trace().at(),
                      told.channel(),
                      told.effective(),
                      outcome))));
    }
    return new Answer.Noted(outcome);
  }
}
