package io.heyue.store.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.AccountRecords;
import io.heyue.store.records.SamplePortfolio;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
  private static final Instant NOW = SamplePortfolio.NOW;

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  private final Cases cases = new Cases();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    database.close();
  }

  private Map<AccountId, Case> open(int count, long seed) {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    return transactor.get(sql -> {
      List<AccountId> ids =
          portfolio.add(sql, count).stream().map(SamplePortfolio.Sample::account).toList();
      return cases.openFor(
          sql, new AccountRecords().list(sql, ids).values(), NOW, Rng.seeded(seed));
    });
  }

  @Test
  void theStoredStateIsWhatTheEventsMake() {
    Case matter = open(1, 1).values().iterator().next();
    Case after =
        transactor.get(sql ->
            cases.append(
                sql,
                matter,
                List.of(
                    new CaseEvent.PromiseMade(
                        NOW,
                        PromiseId.draw(Rng.seeded(2)),
                        Money.fen(5),
                        LocalDate.of(2026, 12, 1)),
                    new CaseEvent.PaymentPosted(
                        NOW,
                        "R",
                        Money.fen(3),
                        LocalDate.of(2026, 11, 23),
                        Optional.of(new Case.Timing(NOW, NOW))))));
    assertThat(after.version()).isEqualTo(3);
    assertThat(transactor.<Case>get(sql -> cases.get(sql, matter.id()))).isEqualTo(after);
    assertThat(transactor.<Case>get(sql -> cases.rebuild(sql, matter.id()))).isEqualTo(after);
  }

  @Test
  void ofEveryKindOfEventTheStoredStateIsWhatTheEventsMake() {
    Case matter = open(1, 1).values().iterator().next();
    List<CaseEvent> events =
        CaseJsonTest.events().stream()
            .filter(event -> !(event instanceof CaseEvent.CaseOpened))
            .toList();
    Case state = matter;
    for (CaseEvent event : events) {
      Case before = state;
      state = transactor.get(sql -> cases.append(sql, before, List.of(event)));
      assertThat(transactor.<Case>get(sql -> cases.get(sql, matter.id()))).isEqualTo(state);
      assertThat(transactor.<Case>get(sql -> cases.rebuild(sql, matter.id()))).isEqualTo(state);
    }
    assertThat(state.version()).isEqualTo(1 + events.size());
  }

  @Test
  void whoeverComesSecondMustLookAgain() {
    Case matter = open(1, 1).values().iterator().next();
    List<CaseEvent> events = List.of(new CaseEvent.ComplaintMade(NOW, Optional.empty()));
    transactor.run(sql -> cases.append(sql, matter, events));
    assertThatThrownBy(() -> transactor.run(sql -> cases.append(sql, matter, events)))
        .isInstanceOf(VersionConflict.class);
    assertThat(transactor.<List<CaseEvent>>get(sql -> cases.events(sql, matter.id()))).hasSize(2);
  }

  @Test
  void eventsAreNeverChangedOrDeleted() {
    CaseId id = open(1, 1).values().iterator().next().id();
    for (String statement :
        List.of(
            "update case_event set type = 'Cured'",
            "delete from case_event",
            "truncate case_event")) {
      assertThatThrownBy(() -> transactor.run(sql -> sql.update(statement)))
          .isInstanceOf(SqlFailure.class);
    }
    assertThat(transactor.<List<CaseEvent>>get(sql -> cases.events(sql, id))).hasSize(1);
  }

  @Test
  void aCaseIsOpenedOnceHoweverManyTry() throws Exception {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    List<AccountId> ids =
        transactor.get(
            sql -> portfolio.add(sql, 50).stream().map(SamplePortfolio.Sample::account).toList());
    List<Map<AccountId, Case>> opened = new ArrayList<>();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Map<AccountId, Case>>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        long seed = i;
        tasks.add(() ->
            transactor.get(sql ->
                cases.openFor(
                    sql, new AccountRecords().list(sql, ids).values(), NOW, Rng.seeded(seed))));
      }
      for (Future<Map<AccountId, Case>> future : workers.invokeAll(tasks)) {
        opened.add(future.get());
      }
    }
    assertThat(opened.stream().distinct()).hasSize(1);
    assertThat(opened.getFirst()).hasSize(50);
    long events =
        transactor.get(sql -> sql.get("select count(*) as n from case_event", r -> r.number("n")));
    assertThat(events).isEqualTo(50);
  }

  @Test
  void pagesGoThroughAllCasesOnce() {
    Map<AccountId, Case> opened = open(25, 1);
    List<CaseId> seen = new ArrayList<>();
    Optional<CaseId> after = Optional.empty();
    while (true) {
      Optional<CaseId> from = after;
      List<Case> page = transactor.get(sql -> cases.page(sql, from, 10));
      if (page.isEmpty()) {
        break;
      }
      page.forEach(matter -> seen.add(matter.id()));
      after = Optional.of(page.getLast().id());
    }
    assertThat(seen)
        .doesNotHaveDuplicates()
        .hasSameElementsAs(opened.values().stream().map(Case::id).toList());
  }
}
