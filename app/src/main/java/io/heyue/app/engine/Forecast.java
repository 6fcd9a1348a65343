package io.heyue.app.engine;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.decision.Treatment;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Bars;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.PersonRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a campaign would come to: asks the guard about everybody and writes nothing. */
final class Forecast {
  private static final int AT_ONCE = 500;

  private final Rooms rooms;
  private final Outreach outreach;
  private final Beginning beginning;
  private final Mandates mandates;

  Forecast(Rooms rooms, Outreach outreach, Beginning beginning, Mandates mandates) {
    this.rooms = rooms;
    this.outreach = outreach;
    this.beginning = beginning;
    this.mandates = mandates;
  }

  Campaigns.Preview of(Filter filter, Approach approach, Instant now) {
    List<AccountId> all = new ArrayList<>();
    rooms.transactor().run(sql -> rooms.campaigns().select(sql, filter, now, all::add));
    Tally tally = new Tally();
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      List<AccountId> part = all.subList(i, Math.min(all.size(), i + AT_ONCE));
      rooms.transactor().run(sql -> part(sql, part, approach, now, tally));
    }
    return new Campaigns.Preview(
        all.size(),
        tally.permitted,
        tally.refused,
        tally.needsPerson,
        tally.waiting,
        tally.unreachable,
        tally.byRule);
  }

  private static final class Tally {
    private long permitted;
    private long refused;
    private long needsPerson;
    private long waiting;
    private long unreachable;
    private final Map<RuleId, Long> byRule = new TreeMap<>();

    void add(Judged judged) {
      switch (judged.verdict()) {
        case ContactVerdict.Permitted _ -> permitted++;
        case ContactVerdict.Refused no -> {
          refused += no.needsPerson() ? 0 : 1;
          needsPerson += no.needsPerson() ? 1 : 0;
          no.objections().stream()
              .map(ContactVerdict.Objection::rule)
              .distinct()
              .forEach(rule -> byRule.merge(rule, 1L, Long::sum));
        }
      }
    }
  }

  private void part(Sql sql, List<AccountId> ids, Approach approach, Instant now, Tally tally) {
    Map<AccountId, OwnedAccount> accounts = rooms.accounts().list(sql, ids);
    List<PersonId> personIds = accounts.values().stream().map(OwnedAccount::person).toList();
    Map<PersonId, PersonRecord> people = rooms.people().list(sql, personIds);
    Map<PersonId, List<ContactPoint>> points = rooms.points().of(sql, personIds);
    Map<AccountId, Case> cases = rooms.cases().byAccount(sql, ids);
    Map<PersonId, List<Case>> byPerson = rooms.cases().byPerson(sql, personIds, cases.values());
    List<ContactRequest> requests = new ArrayList<>();
    Rng rng = Rng.seeded(ids.hashCode());
    for (OwnedAccount owned : accounts.values()) {
      PersonRecord person = people.get(owned.person());
      List<ContactPoint> own = points.getOrDefault(owned.person(), List.of());
      List<Channel> channels = outreach.channels(approach, own);
      if (person == null || channels.isEmpty()) {
        tally.unreachable++;
        continue;
      }
      Case matter = cases.getOrDefault(owned.account().id(), unopened(owned, now, rng));
      Dossier dossier =
          new Dossier(
              matter,
              person.borrower(matter.account()),
              mandates.of(matter.account(), person.lang()),
              Bars.of(person.flags(), person.traits(), others(byPerson, matter)));
      if (Timing.waiting(dossier, now).isPresent()) {
        tally.waiting++;
        continue;
      }
      Treatment treatment = beginning.choose(dossier, channels, now);
      requests.add(
          Approaching.request(
              rooms,
              PermitId.draw(rng),
              dossier,
              Outreach.point(own, treatment.channel()).orElseThrow(),
              treatment.channel(),
              Purpose.OUTREACH,
              Optional.empty(),
              Timing.open(treatment, dossier, now)));
    }
    rooms.budget().consider(sql, requests).forEach(tally::add);
  }

  private static List<Case> others(Map<PersonId, List<Case>> byPerson, Case matter) {
    return byPerson.getOrDefault(matter.person(), List.of()).stream()
        .filter(other -> !other.id().equals(matter.id()))
        .toList();
  }

  private static Case unopened(OwnedAccount owned, Instant now, Rng rng) {
    return Case.opened(
        new CaseEvent.CaseOpened(now, CaseId.draw(rng), owned.person(), owned.account()));
  }
}
