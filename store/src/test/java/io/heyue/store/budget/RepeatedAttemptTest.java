package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Permitted;
import io.heyue.core.compliance.ContactVerdict.Refused;
import io.heyue.core.law.ContactFacts;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks again under the same key gets the answer of before, and is counted once. */
class RepeatedAttemptTest {
  private static final Instant NOW = SamplePortfolio.NOW;
  private static final PermitId KEY = PermitId.keyed("campaign 1, account 7, try 1");

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  private PersonId person = new PersonId(KEY.value());
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void addPerson() {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    person = transactor.get(sql -> portfolio.add(sql, 1)).getFirst().person();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Asks as another process would: with a budget of its own. */
  private Judged reserve(ContactRequest request) {
    return transactor.get(sql -> new ContactBudget(SampleLaw.guard()).reserve(sql, request));
  }

  private ContactRequest request(PermitId key, Instant at) {
    return ContactBudgetTest.request(key, person, "a", at);
  }

  private long rows(String table) {
    return transactor.get(
        sql -> sql.get("select count(*) as n from " + table, row -> row.number("n")));
  }

  @Test
  void aPermitIsGivenAgainAndCountsOnce() {
    Judged first = reserve(request(KEY, NOW));
    Judged again = reserve(request(KEY, NOW.plusSeconds(90)));
    assertThat(first.verdict()).isInstanceOf(Permitted.class);
    assertThat(again.verdict()).isEqualTo(first.verdict());
    assertThat(first.repeated()).isFalse();
    assertThat(again.repeated()).isTrue();
    assertThat(rows("contact_permit")).isEqualTo(1);
    assertThat(reserve(request(PermitId.keyed("another"), NOW)).verdict())
        .isInstanceOf(Permitted.class);
  }

  @Test
  void theFirstAnswerStandsThoughTheFactsHaveChanged() {
    ContactVerdict first = reserve(request(KEY, NOW)).verdict();
    ContactRequest now = request(KEY, NOW.plusSeconds(1));
    ContactRequest held =
        new ContactRequest(
            KEY, person, now.matter(), now.campaign(), with(now.facts(), HoldKind.STOP));
    assertThat(reserve(held).verdict()).isEqualTo(first);
    ContactRequest other =
        new ContactRequest(
            PermitId.keyed("another"), person, now.matter(), now.campaign(), held.facts());
    assertThat(reserve(other).verdict()).isInstanceOf(Refused.class);
  }

  private static ContactFacts with(ContactFacts facts, HoldKind hold) {
    return new ContactFacts(
        facts.at(),
        facts.channel(),
        facts.purpose(),
        facts.lender(),
        facts.person(),
        facts.point(),
        facts.debt(),
        facts.consents(),
        Set.of(hold),
        facts.history(),
        facts.policy());
  }

  @Test
  void aRefusalStandsThoughTheContactWouldBeLawfulByNow() {
    PermitId one = PermitId.keyed("one");
    reserve(request(one, NOW));
    reserve(request(PermitId.keyed("two"), NOW));
    Refused first = (Refused) reserve(request(KEY, NOW)).verdict();
    transactor.run(sql -> new ContactBudget(SampleLaw.guard()).release(sql, one, NOW));
    Judged again = reserve(request(KEY, NOW));
    assertThat(again.repeated()).isTrue();
    assertThat(again.verdict())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.lawfulFrom()).isEqualTo(first.lawfulFrom());
              assertThat(refused.objections()).hasSameSizeAs(first.objections());
              for (int i = 0; i < refused.objections().size(); i++) {
                assertThat(refused.objections().get(i).rule())
                    .isEqualTo(first.objections().get(i).rule());
                assertThat(refused.objections().get(i).citation())
                    .isEqualTo(first.objections().get(i).citation());
              }
            });
    assertThat(rows("contact_refusal")).isEqualTo(1);
    assertThat(reserve(request(PermitId.keyed("later"), NOW)).verdict())
        .isInstanceOf(Permitted.class);
  }

  @Test
  void whatWasUsedOrHasRunOutIsGivenAgainAndCanNotBeUsed() {
    Judged first = reserve(request(KEY, NOW));
    assertThat(use(NOW)).isTrue();
    assertThat(reserve(request(KEY, NOW)).verdict()).isEqualTo(first.verdict());
    assertThat(use(NOW)).isFalse();
    assertThat(rows("contact_permit")).isEqualTo(1);
    PermitId slow = PermitId.keyed("slow");
    reserve(request(slow, NOW));
    Instant late = NOW.plus(Duration.ofMinutes(20));
    Permitted again = (Permitted) reserve(request(slow, late)).verdict();
    assertThat(again.permit().expiresAt()).isBefore(late);
    assertThat(
            transactor.<Boolean>get(
                sql -> new ContactBudget(SampleLaw.guard()).use(sql, slow, late)))
        .isFalse();
  }

  private boolean use(Instant at) {
    return transactor.get(sql -> new ContactBudget(SampleLaw.guard()).use(sql, KEY, at));
  }

  @Test
  void manyWhoAskAtOnceGetOnePermit() throws Exception {
    Callable<ContactVerdict> task = () -> reserve(request(KEY, NOW)).verdict();
    try (ExecutorService workers = Executors.newFixedThreadPool(12)) {
      ContactVerdict first = reserve(request(KEY, NOW)).verdict();
      for (Future<ContactVerdict> future : workers.invokeAll(Collections.nCopies(48, task))) {
        assertThat(future.get()).isEqualTo(first);
      }
    }
    assertThat(rows("contact_permit")).isEqualTo(1);
  }

  @Test
  void oneKeyTwiceInABatchIsOneContact() {
    List<Judged> judged =
        transactor.get(sql ->
            new ContactBudget(SampleLaw.guard())
                .reserve(sql, List.of(request(KEY, NOW), request(KEY, NOW))));
    assertThat(judged.getFirst().verdict()).isEqualTo(judged.getLast().verdict());
    assertThat(judged.getLast().repeated()).isTrue();
    assertThat(rows("contact_permit")).isEqualTo(1);
  }

  @Test
  void aKeyIsForOneContact() {
    reserve(request(KEY, NOW));
    assertThatThrownBy(() -> reserve(ContactBudgetTest.request(KEY, person, "b", NOW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }
}
