package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three transactions that truly overlap: while one has asked and not yet committed, the others
 * wait, and answer by what became of it.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OverlapTest {
  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  private final ContactBudget budget = new ContactBudget(SampleLaw.guard(2, 2));
  private final ExecutorService workers = Executors.newFixedThreadPool(3);
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    workers.close();
    database.close();
  }

  /** Something that went wrong after the budget was asked. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A transaction that is held open after its question. */
  private record Open(CountDownLatch asked, CountDownLatch goOn, Future<ContactVerdict> answer) {}

  private Open open(PersonId person, PermitId key, boolean dies) {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Future<ContactVerdict> answer =
        workers.submit(() ->
            transactor.get(sql -> {
              ContactVerdict verdict =
                  budget
                      .reserve(
                          sql,
                          ContactBudgetTest.request(
                              key, person, "n/" + person, SamplePortfolio.NOW))
                      .verdict();
              asked.countDown();
              await(goOn);
              if (dies) {
                throw new Died();
              }
              return verdict;
            }));
    return new Open(asked, goOn, answer);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoeverComesLaterWaitsAndAnswersByWhatBecameOfTheOthers() throws Exception {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    List<SamplePortfolio.Sample> people = transactor.get(sql -> portfolio.add(sql, 16));
    for (int deaths = 0; deaths < 8; deaths++) {
      for (int sameKey = 0; sameKey < 2; sameKey++) {
        play(people.get(deaths * 2 + sameKey).person(), deaths, sameKey == 1);
      }
    }
  }

  private void play(PersonId person, int deaths, boolean sameKey) throws Exception {
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      PermitId key = PermitId.keyed(person + "/" + (sameKey ? 0 : i));
      open.add(open(person, key, dies(deaths, i)));
      if (i == 0) {
        await(open.getFirst().asked());
      } else {
        waiting(i);
      }
    }
    int counted = 0;
    List<Open> left = new ArrayList<>(open);
    while (!left.isEmpty()) {
      // Whoever got the lock has asked; which of those that wait it is, is the server's choice.
      Open next = asked(left);
      left.remove(next);
      boolean dies = dies(deaths, open.indexOf(next));
      next.goOn().countDown();
      if (dies) {
        assertThatThrownBy(next.answer()::get).hasCauseInstanceOf(Died.class);
      } else {
        boolean room = sameKey || counted < 2;
        assertThat(next.answer().get() instanceof ContactVerdict.Permitted).isEqualTo(room);
        counted += room ? 1 : 0;
      }
    }
    assertThat(rows(person)).isEqualTo(sameKey ? Math.min(1, counted) : counted);
  }

  private static boolean dies(int deaths, int worker) {
    return (deaths >> worker & 1) == 1;
  }

  private static Open asked(List<Open> open) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      for (Open each : open) {
        if (each.asked().getCount() == 0) {
          return each;
        }
      }
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Until so many of our connections wait for a lock. */
  private void waiting(int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (locked() < count) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private long locked() {
    return transactor.get(sql ->
        sql.get(
            """
            select count(*) as n from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """,
            row -> row.number("n")));
  }

  private long rows(PersonId person) {
    return transactor.get(sql ->
        sql.get(
            "select count(*) as n from contact_permit where person_id = ?",
            row -> row.number("n"),
            person.value()));
  }
}
