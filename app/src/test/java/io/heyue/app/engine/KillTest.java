package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Case;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Transactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers, and the database server, are killed at random moments. With {@code -Dheyue.long=true}
 * twenty times, else four times.
 */
class KillTest {
  private static final int BORROWERS = 400;

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingIsSentTwiceAndNothingIsLost() throws Exception {
    int kills = Boolean.getBoolean("heyue.long") ? 20 : 4;
    Rng rng = Rng.seeded(5);
    Path handed = folder.resolve("handed");
    prepare();
    for (int kill = 0; kill < kills; kill++) {
      boolean server = kill % 4 == 3;
      // The server is ours, so that it outlives a worker that is killed.
      try (Database _ = Database.embedded(folder);
          Worker.Other worker = Worker.start(folder, kill + 1, handed)) {
        worker.tell(day(kill));
        var _ = worker.process().waitFor(20 + rng.nextInt(700), TimeUnit.MILLISECONDS);
        if (server) {
          killServer();
          var _ = worker.awaits("done");
        }
      }
    }
    try (Database database = Database.embedded(folder)) {
      try (Worker.Other worker = Worker.start(folder, 99, handed)) {
        worker.tell(day(kills));
        assertThat(worker.awaits("done")).isTrue();
      }
      check(database, handed, day(kills).plus(Duration.ofHours(1)));
    }
  }

  /** What became of many letters is stored at once: it dies before that, with some handed over. */
  @Test
  void whoeverDiesInTheMiddleOfABatchSentNothingTwice() throws Exception {
    Path handed = folder.resolve("handed");
    prepare();
    try (Database _ = Database.embedded(folder)) {
      for (int last : List.of(3, 25)) {
        try (Worker.Other worker = Worker.start(folder, last, handed, last)) {
          worker.tell(day(0));
          assertThat(worker.awaits("done")).as("it died").isFalse();
        }
      }
      assertThat(Files.readAllLines(handed)).hasSizeBetween(28, 60);
    }
    try (Database database = Database.embedded(folder)) {
      try (Worker.Other worker = Worker.start(folder, 99, handed)) {
        worker.tell(day(0));
        assertThat(worker.awaits("done")).isTrue();
      }
      check(database, handed, day(0).plus(Duration.ofHours(1)));
      try (Database again = Database.embedded(folder)) {
        assertThat(
                count(
                    again.transactor(),
                    """
                    select count(*) as n from letter l join contact_permit p on p.id = l.permit_id
                    where p.state <> 'used' or l.state not in ('sent', 'unknown')
                    """))
            .as("each counts as an attempt, and no more than that")
            .isZero();
        assertThat(
                count(
                    again.transactor(),
                    "select count(*) as n from campaign_item where attempts <> 1"))
            .isZero();
      }
    }
  }

  private static Instant day(int kill) {
    return Lender.MONDAY.plus(Duration.ofDays(kill));
  }

  private void prepare() {
    try (Lender lender = new Lender(folder, Database.embedded(folder), 7, new Street())) {
      lender.borrowers(BORROWERS);
      lender
          .engine
          .campaigns()
          .start(
              lender
                  .engine
                  .campaigns()
                  .create(
                      "all",
                      Filter.everyone(),
                      new Approach(List.of(Channel.SMS), "arrears", 60, 1)));
    }
  }

  private void killServer() throws IOException {
    String first =
        Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst().strip();
    assertThat(ProcessHandle.of(Long.parseLong(first)).orElseThrow().destroyForcibly()).isTrue();
  }

  private void check(Database database, Path handed, Instant later) throws IOException {
    try (Lender lender = new Lender(folder, database, 8, new Street())) {
      var _ = lender.engine.courier().recover(later);
      assertThat(lender.engine.why().verify().faults()).isEmpty();
    }
    try (Database again = Database.embedded(folder)) {
      Transactor transactor = again.transactor();
      List<String> handedOver = Files.readAllLines(handed);
      assertThat(handedOver).isNotEmpty().doesNotHaveDuplicates();
      Set<String> sent =
          new HashSet<>(
              transactor.get(sql ->
                  sql.list(
                      "select id from letter where state = 'sent'",
                      row -> row.uuid("id").toString())));
      Set<String> unknown =
          new HashSet<>(
              transactor.get(sql ->
                  sql.list(
                      "select id from letter where state = 'unknown'",
                      row -> row.uuid("id").toString())));
      assertThat(handedOver).containsAll(sent);
      handedOver.forEach(id -> assertThat(sent.contains(id) || unknown.contains(id)).isTrue());
      assertThat(count(transactor, "select count(*) as n from contact_permit"))
          .isEqualTo(count(transactor, "select count(*) as n from letter"))
          .isEqualTo(
              count(
                  transactor,
                  "select count(*) as n from case_event where type = 'ContactReserved'"));
      rebuild(transactor);
    }
  }

  private static long count(Transactor transactor, String sql) {
    return transactor.get(each -> each.get(sql, row -> row.number("n")));
  }

  private static void rebuild(Transactor transactor) {
    Cases cases = new Cases();
    List<CaseId> ids =
        transactor.get(sql ->
            cases.page(sql, Optional.of(new CaseId(new UUID(0, 0))), BORROWERS).stream()
                .map(Case::id)
                .toList());
    assertThat(ids).hasSizeGreaterThan(BORROWERS / 10);
    for (CaseId id : ids) {
      assertThat(transactor.<Case>get(sql -> cases.rebuild(sql, id)))
          .isEqualTo(transactor.<Case>get(sql -> cases.get(sql, id)));
    }
  }
}
