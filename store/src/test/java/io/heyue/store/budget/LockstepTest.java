package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.store.budget.BudgetModel.Cell;
import io.heyue.store.budget.BudgetModel.Step;
import io.heyue.store.budget.Interleavings.Way;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schedules of the model, driven through the real database by three workers in lockstep, each
 * with connections of its own: after every step the database says what the model says.
 */
class LockstepTest {
  private static final Instant EARLY = SamplePortfolio.NOW;
  private static final Instant LATE = EARLY.plus(Duration.ofMinutes(11));
  private static final long SEED = 5;

  private final Database database = SharedServer.freshDatabase();
  private final List<Worker> workers =
      Stream.generate(() -> new Worker(database.transactor())).limit(3).toList();
  @TempDir private Path folder = Path.of("");

  /** Somebody with a thread of its own, and so with a connection of its own. */
  private record Worker(Transactor transactor, ExecutorService thread) {
    Worker(Transactor transactor) {
      this(transactor, Executors.newSingleThreadExecutor());
    }
  }

  static List<Story> stories() {
    return Story.all();
  }

  @AfterEach
  void close() {
    workers.forEach(worker -> worker.thread().close());
    database.close();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theDatabaseDoesWhatTheModelDoes(Story story) throws Exception {
    Interleavings all = new Interleavings(story);
    List<List<Integer>> schedules = all.sample(Rng.seeded(SEED));
    ContactBudget budget = new ContactBudget(SampleLaw.guard(story.attempts(), story.effective()));
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    List<SamplePortfolio.Sample> people =
        database.transactor().get(sql -> portfolio.add(sql, schedules.size()));
    for (int i = 0; i < schedules.size(); i++) {
      play(all, budget, people.get(i).person(), schedules.get(i));
    }
  }

  private void play(
      Interleavings all, ContactBudget budget, PersonId person, List<Integer> schedule)
      throws Exception {
    List<Way> ways = all.along(schedule);
    for (Way way : ways) {
      Step step = all.step(way);
      Instant now = way.from().budget().late() ? LATE : EARLY;
      Worker worker = workers.get(way.worker());
      boolean done =
          worker
              .thread()
              .submit(() -> worker.transactor().get(sql -> does(sql, budget, person, step, now)))
              .get();
      assertThat(done)
          .as("%s at %s in %s of seed %d", step, way.from().done(), schedule, SEED)
          .isEqualTo(all.outcome(way).done());
    }
    BudgetModel end = all.next(ways.getLast()).budget();
    assertThat(states(person))
        .as("after %s of seed %d", schedule, SEED)
        .isEqualTo(states(end, person));
    assertThat(room(budget, person, end)).as("left after %s", schedule).isEqualTo(end.hasRoom());
  }

  private static PermitId key(PersonId person, int key) {
    return PermitId.keyed(person + "/" + key);
  }

  private static boolean does(
      Sql sql, ContactBudget budget, PersonId person, Step step, Instant now) {
    PermitId key = key(person, step.key());
    return switch (step.act()) {
      case TIME -> true;
      case RESERVE ->
          budget
                  .reserve(
                      sql, ContactBudgetTest.request(key, person, person + "/" + step.key(), now))
                  .verdict()
              instanceof ContactVerdict.Permitted;
      case USE -> budget.use(sql, key, now);
      case RELEASE -> budget.release(sql, key, now);
      case EXPIRE -> budget.expire(sql, key, now);
      case REACH -> budget.settle(sql, key, true, now);
      case MISS -> budget.settle(sql, key, false, now);
    };
  }

  private boolean room(ContactBudget budget, PersonId person, BudgetModel end) {
    Instant now = end.late() ? LATE : EARLY;
    return database
            .transactor()
            .get(sql ->
                budget.consider(
                    sql, List.of(ContactBudgetTest.request(person, person + "/more", now))))
            .getFirst()
            .verdict()
        instanceof ContactVerdict.Permitted;
  }

  private Map<PermitId, String> states(PersonId person) {
    Map<PermitId, String> states = new HashMap<>();
    database
        .transactor()
        .run(sql ->
            sql.each(
                "select id, state, effective from contact_permit where person_id = ?",
                row ->
                    states.put(
                        new PermitId(row.uuid("id")),
                        row.text("state") + row.findTruth("effective")),
                person.value()));
    return states;
  }

  private static Map<PermitId, String> states(BudgetModel end, PersonId person) {
    Map<PermitId, String> states = new HashMap<>();
    List<Cell> cells = new ArrayList<>(end.cells());
    for (int i = 0; i < cells.size(); i++) {
      int key = i;
      cells
          .get(i)
          .state()
          .ifPresent(state ->
              states.put(
                  key(person, key), state.id() + java.util.Optional.ofNullable(state.effective())));
    }
    return states;
  }
}
