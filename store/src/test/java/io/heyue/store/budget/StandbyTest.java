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
import io.heyue.store.postgres.ServerPair;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A standby takes over in the middle: what was answered is there, and nothing is twice. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class StandbyTest {
  private final ContactBudget budget = new ContactBudget(SampleLaw.guard(1, 1));
  private final Path folder = temporary();

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "standby-");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void removeFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private ContactVerdict reserve(Transactor transactor, PersonId person, PermitId key) {
    return transactor
        .get(sql ->
            budget.reserve(
                sql, ContactBudgetTest.request(key, person, "n/" + person, SamplePortfolio.NOW)))
        .verdict();
  }

  private boolean use(Transactor transactor, PermitId key) {
    return transactor.get(sql -> budget.use(sql, key, SamplePortfolio.NOW));
  }

  @ParameterizedTest
  @EnumSource(value = Cut.class, names = "NOT", mode = EnumSource.Mode.EXCLUDE)
  void whoeverTakesOverKnowsWhatWasAnswered(Cut cut) {
    try (ServerPair pair = ServerPair.start(folder);
        Relay relay = new Relay(pair::port, pair::kill)) {
      String url = "jdbc:postgresql://127.0.0.1:" + relay.port() + "/heyue?prepareThreshold=0";
      try (Database database = Database.at(url, "heyue", pair.password())) {
        takeOver(pair, relay, database, cut);
      }
    }
  }

  private void takeOver(ServerPair pair, Relay relay, Database database, Cut cut) {
    Transactor transactor = database.transactor();
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    List<PersonId> people =
        transactor.get(
            sql -> portfolio.add(sql, 4).stream().map(SamplePortfolio.Sample::person).toList());
    List<PermitId> keys =
        people.stream().map(person -> PermitId.keyed("contact of " + person)).toList();
    ContactVerdict first = reserve(transactor, people.getFirst(), keys.getFirst());
    ContactVerdict second = reserve(transactor, people.get(1), keys.get(1));
    assertThat(use(transactor, keys.get(1))).isTrue();
    relay.cutNext(cut);
    assertThatThrownBy(() -> reserve(transactor, people.get(2), keys.get(2)))
        .isInstanceOf(SqlFailure.class);
    pair.failOver();

    assertThat(FailoverTest.whenBack(() -> reserve(transactor, people.getFirst(), keys.getFirst())))
        .isEqualTo(first);
    assertThat(FailoverTest.whenBack(() -> use(transactor, keys.getFirst()))).isTrue();
    assertThat(FailoverTest.whenBack(() -> reserve(transactor, people.get(1), keys.get(1))))
        .isEqualTo(second);
    assertThat(FailoverTest.whenBack(() -> use(transactor, keys.get(1)))).isFalse();
    assertThat(FailoverTest.whenBack(() -> reserve(transactor, people.get(2), keys.get(2))))
        .isInstanceOf(Permitted.class);
    for (int i = 0; i < 3; i++) {
      PersonId person = people.get(i);
      assertThat(FailoverTest.rows(transactor, person)).isEqualTo(1);
      PermitId more = PermitId.keyed("more of " + person);
      assertThat(FailoverTest.whenBack(() -> reserve(transactor, person, more)))
          .isInstanceOf(Refused.class);
    }
  }
}
