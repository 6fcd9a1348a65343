package io.heyue.bench;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.base.Rng;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.LenderPolicy;
import io.heyue.store.budget.ContactBudget;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.postgres.Transactor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Contact permits that are reserved durably, under the whole law. The baseline is a plain insert of
 * as many rows, committed as often.
 */
final class PermitsBenchmark implements Benchmark {
  private static final int BATCH = 200;

  @Override
  public String name() {
    return "permits";
  }

  @Override
  public List<Figure> measure(Trial trial) {
    Scale scale = trial.scale();
    int batched = scale.permits() * 2 / 3;
    try (Lender lender = Lender.open(trial)) {
      lender.borrowers(scale.permits());
      Transactor transactor = lender.database().transactor();
      ContactBudget budget = new ContactBudget(lender.guard());
      List<ContactRequest> requests = requests(transactor, trial.seed());
      int half = (batched + requests.size()) / 2;
      ToLongFunction<List<ContactRequest>> reserve =
          batch -> transactor.get(sql -> budget.reserve(sql, batch)).size();
      ToLongFunction<List<ContactRequest>> insert = batch -> insert(transactor, batch);
      transactor.run(
          sql -> sql.update("create table bench_row (id uuid, person uuid, at timestamptz)"));

      List<List<ContactRequest>> batches = pieces(requests.subList(0, batched), BATCH);
      List<List<ContactRequest>> singles = pieces(requests.subList(batched, half), 1);
      List<List<ContactRequest>> crowded = pieces(requests.subList(half, requests.size()), 1);
      return List.of(
          figure(
              "batches of " + BATCH + ", one thread",
              alone(batches, scale.longest(), reserve),
              alone(batches, scale.longest(), insert)),
          figure(
              "one at a time, one thread",
              alone(singles, scale.longest(), reserve),
              alone(singles, scale.longest(), insert)),
          figure(
              "one at a time, " + Crowd.THREADS + " threads",
              Crowd.work(crowded, scale.longest(), reserve),
              Crowd.work(crowded, scale.longest(), insert)));
    }
  }

  private Figure figure(String how, Crowd.Done permits, Crowd.Done rows) {
    return new Figure(
        name(),
        "permits, " + how,
        permits.done(),
        permits.perSecond(),
        "/s",
        new Figure.Baseline("plain rows, likewise", rows.perSecond()),
        Figure.Target.atLeast(3_000));
  }

  private static Crowd.Done alone(
      List<List<ContactRequest>> pieces,
      Duration longest,
      ToLongFunction<List<ContactRequest>> work) {
    long start = System.nanoTime();
    long done = 0;
    for (List<ContactRequest> piece : pieces) {
      done += work.applyAsLong(piece);
      if (System.nanoTime() - start > longest.toNanos()) {
        break;
      }
    }
    return new Crowd.Done(done, (System.nanoTime() - start) / 1e9);
  }

  private static long insert(Transactor transactor, List<ContactRequest> batch) {
    return transactor.get(sql ->
        sql.batch(
            "insert into bench_row values (?, ?, ?)",
            batch.stream()
                .map(request ->
                    new Object[] {
                      request.permit().value(), request.person().value(), request.facts().at()
                    })
                .toList()));
  }

  private static List<List<ContactRequest>> pieces(List<ContactRequest> all, int size) {
    List<List<ContactRequest>> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      pieces.add(all.subList(i, Math.min(all.size(), i + size)));
    }
    return pieces;
  }

  /** One request for each person. */
  private static List<ContactRequest> requests(Transactor transactor, long seed) {
    Rng rng = Rng.seeded(seed);
    return transactor
        .get(sql ->
            sql.list("select id from person order by id", row -> new PersonId(row.uuid("id"))))
        .stream()
        .map(person ->
            new ContactRequest(
                PermitId.draw(rng), person, Optional.empty(), Optional.empty(), facts(person)))
        .toList();
  }

  private static ContactFacts facts(PersonId person) {
    return new ContactFacts(
        Lender.NOW,
        Channel.SMS,
        Purpose.OUTREACH,
        new ContactFacts.Seat("CN", Licence.CONSUMER_FINANCE, Optional.empty()),
        new ContactFacts.Addressee("CN", ZoneId.of("Asia/Shanghai"), Relation.SELF, Set.of()),
        new ContactFacts.Point("number of " + person, NumberSource.CONTRACT),
        new ContactFacts.Debt(
            "debt",
            "消费贷",
            LocalDate.of(2026, 10, 1),
            false,
            Map.of(),
            Optional.empty(),
            Optional.empty()),
        ContactFacts.Consents.NEVER_ASKED,
        Set.of(),
        null,
        LenderPolicy.NONE);
  }
}
