package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Permitted;
import io.heyue.core.compliance.ContactVerdict.Refused;
import io.heyue.store.budget.Relay.Cut;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The server is killed between the steps of a contact and in the middle of a commit, so that
 * whoever asked doesn't know what came of it. One contact a day is allowed; one is made, or none.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class FailoverTest {
  private static final Instant NOW = SamplePortfolio.NOW;

  /** With {@code -Dheyue.long=true} more. */
  private static final int ROUNDS = Boolean.getBoolean("heyue.long") ? 8 : 1;

  private final ContactBudget budget = new ContactBudget(SampleLaw.guard(1, 1));
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "failover-");
  }

  @AfterEach
  void removeFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int port() {
    return Integer.parseInt(line("port", 0));
  }

  /** All of it at once, as when its machine dies. */
  private void kill() {
    long pid = Long.parseLong(line("cluster/postmaster.pid", 0));
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> parts = server.descendants().toList();
    assertThat(server.destroyForcibly()).isTrue();
    parts.forEach(ProcessHandle::destroyForcibly);
  }

  private String line(String file, int number) {
    try {
      return Files.readAllLines(folder.resolve("postgres").resolve(file)).get(number).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String password() {
    return line("password", 0);
  }

  private List<PersonId> people(Database database, int count) {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    return database
        .transactor()
        .get(
            sql -> portfolio.add(sql, count).stream().map(SamplePortfolio.Sample::person).toList());
  }

  private ContactVerdict reserve(Transactor transactor, PersonId person, PermitId key) {
    return transactor
        .get(sql -> budget.reserve(sql, ContactBudgetTest.request(key, person, "n/" + person, NOW)))
        .verdict();
  }

  private boolean use(Transactor transactor, PermitId key) {
    return transactor.get(sql -> budget.use(sql, key, NOW));
  }

  /** Does it as soon as the server is there again. */
  static <T> T whenBack(Supplier<T> work) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (true) {
      try {
        return work.get();
      } catch (SqlFailure | AssertionError e) {
        // The driver asserts that a connection which dies in a batch can still be asked.
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  static long rows(Transactor transactor, PersonId person) {
    return whenBack(() ->
        transactor.get(sql ->
            sql.get(
                "select count(*) as n from contact_permit where person_id = ?",
                row -> row.number("n"),
                person.value())));
  }

  @Test
  void whatWasReservedIsKnownAfterTheServerWasKilled() {
    try (Database database = Database.embedded(folder)) {
      Transactor transactor = database.transactor();
      PersonId person = people(database, 1).getFirst();
      PermitId key = PermitId.keyed("first");
      ContactVerdict first = reserve(transactor, person, key);
      kill();
      assertThat(whenBack(() -> reserve(transactor, person, key))).isEqualTo(first);
      PermitId second = PermitId.keyed("second");
      assertThat(whenBack(() -> reserve(transactor, person, second))).isInstanceOf(Refused.class);
      assertThat(whenBack(() -> use(transactor, key))).isTrue();
      kill();
      assertThat(whenBack(() -> use(transactor, key))).isFalse();
    }
  }

  /**
   * Whoever doesn't know whether they were answered asks again under the same key; whoever doesn't
   * know whether they used a permit up does not send unless they are told so later.
   */
  @Test
  void whoeverDoesNotKnowWhatBecameOfACommitNeitherCountsTwiceNorSendsTwice() {
    try (Database keeper = Database.embedded(folder);
        Relay relay = new Relay(this::port, this::kill)) {
      Iterator<PersonId> people = people(keeper, Cut.values().length * ROUNDS).iterator();
      String url = "jdbc:postgresql://127.0.0.1:" + relay.port() + "/heyue?prepareThreshold=0";
      try (Database database = Database.at(url, "heyue", password())) {
        for (int round = 0; round < ROUNDS; round++) {
          for (Cut cut : Cut.values()) {
            makeOneContact(relay, database.transactor(), people.next(), cut);
          }
        }
      }
    }
  }

  private void makeOneContact(Relay relay, Transactor transactor, PersonId person, Cut cut) {
    PermitId key = PermitId.keyed("contact of " + person);
    Optional<ContactVerdict> first = cut(relay, cut, () -> reserve(transactor, person, key));
    ContactVerdict again = whenBack(() -> reserve(transactor, person, key));
    assertThat(again).as("%s", cut).isInstanceOf(Permitted.class);
    first.ifPresent(verdict -> assertThat(again).isEqualTo(verdict));
    assertThat(rows(transactor, person)).isEqualTo(1);
    PermitId more = PermitId.keyed("more of " + person);
    assertThat(whenBack(() -> reserve(transactor, person, more))).isInstanceOf(Refused.class);

    Optional<Boolean> used = cut(relay, cut, () -> use(transactor, key));
    int sent = used.filter(is -> is).isPresent() ? 1 : 0;
    sent += whenBack(() -> use(transactor, key)) ? 1 : 0;
    switch (cut) {
      case NOT, BEFORE_THE_COMMIT -> assertThat(sent).as("%s", cut).isEqualTo(1);
      case AFTER_THE_COMMIT -> assertThat(sent).as("%s", cut).isZero();
      case DURING_THE_COMMIT -> assertThat(sent).as("%s", cut).isBetween(0, 1);
    }
    assertThat(whenBack(() -> use(transactor, key))).isFalse();
    assertThat(rows(transactor, person)).isEqualTo(1);
  }

  /** What came of work whose commit is cut; empty where nobody knows. */
  private static <T> Optional<T> cut(Relay relay, Cut cut, Supplier<T> work) {
    relay.cutNext(cut);
    if (cut == Cut.NOT) {
      return Optional.of(work.get());
    }
    assertThatThrownBy(work::get).isInstanceOf(SqlFailure.class);
    return Optional.empty();
  }
}
