package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.LenderPolicy;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactBudgetTest {
  private static final Instant NOW = SamplePortfolio.NOW;

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  private final ContactBudget budget = new ContactBudget(SampleLaw.guard());
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    database.close();
  }

  private List<PersonId> people(int count) {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    return transactor.get(
        sql -> portfolio.add(sql, count).stream().map(SamplePortfolio.Sample::person).toList());
  }

  static ContactRequest request(PersonId person, String number, Instant at) {
    return request(new PermitId(UUID.randomUUID()), person, number, at);
  }

  static ContactRequest request(PermitId key, PersonId person, String number, Instant at) {
    return new ContactRequest(
        key,
        person,
        Optional.empty(),
        Optional.empty(),
        new ContactFacts(
            at,
            Channel.SMS,
            Purpose.OUTREACH,
            new ContactFacts.Seat("CN", Licence.BANK, Optional.empty()),
            new ContactFacts.Addressee("CN", ZoneId.of("Asia/Shanghai"), Relation.SELF, Set.of()),
            new ContactFacts.Point(number, NumberSource.CONTRACT),
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
            LenderPolicy.NONE));
  }

  private ContactVerdict reserve(ContactRequest request) {
    return transactor.get(sql -> budget.reserve(sql, request)).verdict();
  }

  @Test
  void aReservedContactCountsThoughNothingCameOfIt() {
    PersonId person = people(1).getFirst();
    assertThat(reserve(request(person, "a", NOW))).isInstanceOf(ContactVerdict.Permitted.class);
    assertThat(reserve(request(person, "a", NOW))).isInstanceOf(ContactVerdict.Permitted.class);
    ContactVerdict third = reserve(request(person, "a", NOW));
    assertThat(third)
        .isInstanceOfSatisfying(
            ContactVerdict.Refused.class,
            refused -> {
              assertThat(refused.objections().getFirst().rule().id()).isEqualTo("CN-TRIES");
              assertThat(refused.lawfulFrom()).contains(Instant.parse("2026-11-24T00:00:05Z"));
            });
    assertThat(reserve(request(person, "b", NOW))).isInstanceOf(ContactVerdict.Permitted.class);
    assertThat(reserve(request(person, "c", NOW))).isInstanceOf(ContactVerdict.Refused.class);
    long refusals =
        transactor.get(
            sql -> sql.get("select count(*) as n from contact_refusal", row -> row.number("n")));
    assertThat(refusals).isEqualTo(2);
  }

  @Test
  void requestsOfOneBatchCountForEachOther() {
    PersonId person = people(1).getFirst();
    List<ContactVerdict> verdicts =
        transactor
            .get(sql ->
                budget.reserve(
                    sql,
                    List.of(
                        request(person, "a", NOW),
                        request(person, "a", NOW),
                        request(person, "a", NOW))))
            .stream()
            .map(Judged::verdict)
            .toList();
    assertThat(verdicts.stream().filter(ContactVerdict.Permitted.class::isInstance)).hasSize(2);
  }

  @Test
  void contactsByOthersCountAndThoseThatReachedNobodyDoNot() {
    PersonId person = people(1).getFirst();
    ContactFacts.Trace reached = new ContactFacts.Trace(NOW, Channel.CALL, "x", true);
    ContactFacts.Trace missed = new ContactFacts.Trace(NOW, Channel.CALL, "x", false);
    transactor.run(sql -> {
      budget.recordOutside(sql, UUID.randomUUID(), person, reached, "agency");
      budget.recordOutside(sql, UUID.randomUUID(), person, missed, "agency");
    });
    ContactRequest first = request(person, "a", NOW);
    assertThat(reserve(first)).isInstanceOf(ContactVerdict.Permitted.class);
    assertThat(reserve(request(person, "a", NOW))).isInstanceOf(ContactVerdict.Permitted.class);
    assertThat(reserve(request(person, "b", NOW))).isInstanceOf(ContactVerdict.Refused.class);
    transactor.run(sql -> budget.settle(sql, first.permit(), Optional.of(false), NOW));
    assertThat(reserve(request(person, "b", NOW))).isInstanceOf(ContactVerdict.Permitted.class);
  }

  @Test
  void aPermitIsUsedOnceAndNotAfterItsTime() {
    PersonId person = people(1).getFirst();
    ContactRequest first = request(person, "a", NOW);
    ContactRequest second = request(person, "a", NOW);
    reserve(first);
    reserve(second);
    Instant late = NOW.plus(Duration.ofMinutes(10));
    assertThat(use(first, NOW)).isTrue();
    assertThat(use(first, NOW)).isFalse();
    assertThat(use(second, late)).isFalse();
  }

  private boolean use(ContactRequest request, Instant at) {
    return transactor.get(sql -> budget.use(sql, request.permit(), at));
  }

  @Test
  void manyWorkersNeverExceedACap() throws Exception {
    List<PersonId> people = people(6);
    Rng rng = Rng.seeded(11);
    long permitted = reserve(people, rng, person -> person.value() + "/n" + rng.nextInt(3));
    assertThat(permitted).isEqualTo(3L * people.size());
    assertThat(counts("person_id")).hasSize(people.size()).allMatch(count -> count == 3);
  }

  @Test
  void aNumberOfManyPeopleHasOneBudgetWhoeverAsks() throws Exception {
    List<PersonId> people = people(6);
    Rng rng = Rng.seeded(12);
    long permitted = reserve(people, rng, _ -> "n" + rng.nextInt(3));
    assertThat(permitted).isEqualTo(6);
    assertThat(counts("number")).hasSize(3).allMatch(count -> count == 2);
  }

  /** Asks sixteen at a time for 64 batches of three; gives how many were permitted. */
  private long reserve(List<PersonId> people, Rng rng, Function<PersonId, String> number)
      throws Exception {
    List<Callable<List<ContactVerdict>>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      List<ContactRequest> batch = new ArrayList<>();
      for (int j = 0; j < 3; j++) {
        PersonId person = people.get(rng.nextInt(people.size()));
        batch.add(request(person, number.apply(person), NOW));
      }
      tasks.add(() ->
          transactor.get(sql -> budget.reserve(sql, batch).stream().map(Judged::verdict).toList()));
    }
    long permitted = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(16)) {
      for (Future<List<ContactVerdict>> future : workers.invokeAll(tasks)) {
        permitted +=
            future.get().stream().filter(ContactVerdict.Permitted.class::isInstance).count();
      }
    }
    return permitted;
  }

  private List<Long> counts(String column) {
    return transactor.get(sql ->
        sql.list(
            "select count(*) as n from contact_permit group by " + column, row -> row.number("n")));
  }
}
