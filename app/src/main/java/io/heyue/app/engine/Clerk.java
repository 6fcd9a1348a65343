package io.heyue.app.engine;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rate;
import io.heyue.core.decision.Pricing;
import io.heyue.core.decision.Relief;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Bars;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.cases.Cases;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.PersonRecord;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings everything together that is known of a case. */
final class Clerk {
  /** What the books keep of a rate. */
  private static final int RATE_PLACES = 6;

  private final Rooms rooms;
  private final Mandates mandates;
  private final Pricing pricing;

  Clerk(Rooms rooms, Mandates mandates, Pricing pricing) {
    this.rooms = rooms;
    this.mandates = mandates;
    this.pricing = pricing;
  }

  Optional<Folder> find(Sql sql, CaseId id, Instant now) {
    return Optional.ofNullable(list(sql, List.of(id), now).get(id));
  }

  /** The folders of these cases; those whose person or account is gone are left out. */
  Map<CaseId, Folder> list(Sql sql, Collection<CaseId> ids, Instant now) {
    Map<CaseId, Cases.Kept> kept = rooms.cases().kept(sql, ids);
    List<AccountId> accountIds =
        kept.values().stream().map(each -> each.matter().account().id()).toList();
    List<PersonId> personIds = kept.values().stream().map(each -> each.matter().person()).toList();
    Map<AccountId, OwnedAccount> accounts = rooms.accounts().list(sql, accountIds);
    Map<PersonId, PersonRecord> people = rooms.people().list(sql, personIds);
    Map<PersonId, List<Case>> byPerson =
        rooms
            .cases()
            .byPerson(sql, personIds, kept.values().stream().map(Cases.Kept::matter).toList());
    Map<CaseId, Folder> folders = new LinkedHashMap<>();
    kept.forEach((id, each) -> {
      OwnedAccount books = accounts.get(each.matter().account().id());
      PersonRecord person = people.get(each.matter().person());
      if (books != null && person != null) {
        List<Case> others = byPerson.getOrDefault(person.id(), List.of());
        folders.put(id, folder(each, books.account(), person, without(others, id), now));
      }
    });
    return folders;
  }

  /** The lender's pricing is held against the rate of the books, so that it lowers only once. */
  private Optional<CaseEvent> rateLowered(
      Case matter, Account books, PersonRecord person, Instant now) {
    ZoneId zone = person.zone() == null ? ZoneOffset.UTC : person.zone();
    int days = matter.account().daysPastDue(LocalDate.ofInstant(now, zone));
    return pricing
        .relief(days, matter.tallies().partialPayments(), books.overdueRate())
        .filter(Relief.LowerRate.class::isInstance)
        .map(relief -> ((Relief.LowerRate) relief).after().perYear())
        .map(perYear -> new Rate(perYear.setScale(RATE_PLACES, RoundingMode.FLOOR)))
        .filter(rate -> rate.compareTo(matter.account().overdueRate()) < 0)
        .map(rate -> new CaseEvent.OverdueRateLowered(now, matter.account().overdueRate(), rate));
  }

  private static List<Case> without(List<Case> cases, CaseId id) {
    return cases.stream().filter(matter -> !matter.id().equals(id)).toList();
  }

  private Folder folder(
      Cases.Kept kept, Account books, PersonRecord person, List<Case> others, Instant now) {
    List<CaseEvent> news = new ArrayList<>();
    Case matter = kept.matter();
    if (kept.outdated(books)) {
      news.add(new CaseEvent.AccountChanged(now, books));
      boolean lifted =
          matter.holds().containsKey(HoldKind.PAID)
              && !matter.after(news).holds().containsKey(HoldKind.PAID);
      if (books.overdue().isPositive() && lifted) {
        news.add(new CaseEvent.HoldLifted(now, HoldKind.PAID));
      }
    }
    rateLowered(matter.after(news), books, person, now).ifPresent(news::add);
    Case current = matter.after(news);
    Account account = current.account();
    Dossier dossier =
        new Dossier(
            current,
            person.borrower(account),
            mandates.of(account, person.lang()),
            Bars.of(person.flags(), person.traits(), others));
    Optional<CaseEvent> withdrawn = withdrawn(dossier, now);
    withdrawn.ifPresent(news::add);
    return new Folder(
        matter, news, withdrawn.map(event -> dossier.with(current.after(event))).orElse(dossier));
  }

  /** What a person permitted counts no more once something is known that they did not weigh. */
  private static Optional<CaseEvent> withdrawn(Dossier dossier, Instant now) {
    return dossier
        .matter()
        .decision()
        .filter(made -> made.contact() && made.standsAt(now))
        .map(dossier::since)
        .filter(news -> !news.isEmpty())
        .map(news -> new CaseEvent.DecisionWithdrawn(now, news));
  }
}
