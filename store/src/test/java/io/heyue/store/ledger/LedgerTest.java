package io.heyue.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Hash;
import io.heyue.core.base.ConversationId;
import io.heyue.store.ledger.LedgerReport.Fault;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final UUID SUBJECT = new UUID(0, 3);
  private static final int STRIPE = Ledger.stripe(SUBJECT);

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  @TempDir private Path folder = Path.of("");
  private Ledger ledger;

  @BeforeEach
  void five() {
    Vault vault = Vault.open(folder, database, InstantSource.fixed(SamplePortfolio.NOW));
    ledger = Ledger.open(folder, vault);
    for (int i = 1; i <= 5; i++) {
      Entry entry = entry(SUBJECT, "{\"n\":" + i + "}");
      transactor.run(sql -> ledger.append(sql, List.of(entry)));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry entry(UUID subject, String payload) {
    return new Entry(
        Entry.Kind.TURN,
        SamplePortfolio.NOW,
        subject,
        Optional.of(new ConversationId(subject)),
        Optional.empty(),
        Optional.empty(),
        payload);
  }

  private List<Fault> faults() {
    return transactor.get(ledger::verify).faults();
  }

  /** Does what only somebody with the rights of the database's owner can do. */
  private void tamper(String... statements) {
    transactor.run(sql -> {
      sql.update("set local session_replication_role = replica");
      for (String statement : statements) {
        sql.update(statement);
      }
    });
  }

  @Test
  void whatWasWrittenIsSoundAndReadInClear() {
    LedgerReport report = transactor.get(ledger::verify);
    assertThat(report).isEqualTo(new LedgerReport(5, 0, List.of()));
    List<Written> written = transactor.get(sql -> ledger.of(sql, new ConversationId(SUBJECT)));
    assertThat(written.stream().map(Written::payload))
        .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}", "{\"n\":5}");
  }

  @Test
  void contactsOfATimeComeInOrderAndNothingElse() {
    Instant begin = SamplePortfolio.NOW;
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      entries.add(
          new Entry(
              List.of(Entry.Kind.CONTACT, Entry.Kind.REFUSAL, Entry.Kind.JOB).get(i % 3),
              begin.plusSeconds(60 - 10L * i),
              new UUID(0, i),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "{\"i\":" + i + "}"));
    }
    transactor.run(sql -> ledger.append(sql, entries));
    List<String> seen = new ArrayList<>();
    transactor.run(sql ->
        ledger.each(
            sql,
            begin.plusSeconds(20),
            begin.plusSeconds(60),
            written -> seen.add(written.payload())));
    assertThat(seen).containsExactly("{\"i\":4}", "{\"i\":3}", "{\"i\":1}");
  }

  @Test
  void entriesAreNeitherChangedNorDeletedByAccident() {
    for (String statement :
        List.of("update ledger_entry set kind = 'job'", "delete from ledger_entry")) {
      assertThatThrownBy(() -> transactor.run(sql -> sql.update(statement)))
          .isInstanceOf(SqlFailure.class);
    }
  }

  @Test
  void aChangedEntryIsNamed() {
    tamper("update ledger_entry set payload = payload || '\\x00' where number = 3");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.stripe()).isEqualTo(STRIPE);
          assertThat(fault.number()).isEqualTo(3);
          assertThat(fault.what()).contains("hash differs");
        });
  }

  @Test
  void aChangedPlainColumnIsNamed() {
    tamper("update ledger_entry set at = at + interval '1 second' where number = 2");
    assertThat(faults()).singleElement().extracting(Fault::number).isEqualTo(2L);
  }

  @Test
  void aRemovedEntryIsNamed() {
    tamper("delete from ledger_entry where number = 3");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("entry 3 is missing"));
  }

  @Test
  void reorderedEntriesAreNamed() {
    tamper(
        "update ledger_entry set number = 99 where number = 2",
        "update ledger_entry set number = 2 where number = 3",
        "update ledger_entry set number = 3 where number = 99");
    assertThat(faults()).extracting(Fault::number).contains(2L, 3L);
  }

  @Test
  void entriesThatChangedPlacesBetweenChainsAreNamed() {
    UUID other = new UUID(0, 4);
    int stripe = Ledger.stripe(other);
    assertThat(stripe).isNotEqualTo(STRIPE);
    for (int i = 1; i <= 3; i++) {
      Entry entry = entry(other, "{\"m\":" + i + "}");
      transactor.run(sql -> ledger.append(sql, List.of(entry)));
    }
    tamper(
        "update ledger_entry set stripe = 99 where number = 2 and stripe = " + STRIPE,
        "update ledger_entry set stripe = %d where number = 2 and stripe = %d"
            .formatted(STRIPE, stripe),
        "update ledger_entry set stripe = %d where stripe = 99".formatted(stripe));
    assertThat(faults())
        .extracting(fault -> fault.stripe() + "/" + fault.number())
        .contains(STRIPE + "/2", stripe + "/2");
  }

  @Test
  void aTailCutOffIsNamed() {
    tamper("delete from ledger_entry where number >= 4");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.number()).isEqualTo(4);
          assertThat(fault.what()).contains("should end at 5");
        });
  }

  @Test
  void aTailCutOffWithItsHeadPutBackIsNamedAndStopsTheWriting() {
    tamper(
        "delete from ledger_entry where number >= 4",
        "update ledger_head set length = 3, hash = (select hash from ledger_entry where number = 3),"
            + " seal = (select seal from ledger_entry where number = 3) where length = 5");
    assertThat(faults()).singleElement().extracting(Fault::number).isEqualTo(0L);
    Entry entry = entry(SUBJECT, "{}");
    assertThatThrownBy(() -> transactor.run(sql -> ledger.append(sql, List.of(entry))))
        .isInstanceOf(LedgerBroken.class);
  }

  /** The head that is put back was once genuine; only what lies outside the database tells. */
  @Test
  void anOldHeadPutBackIsFoundByTheAnchor() {
    tamper("create table kept as select * from ledger_head");
    Entry sixth = entry(SUBJECT, "{\"n\":6}");
    transactor.run(sql -> ledger.append(sql, List.of(sixth)));
    assertThat(faults()).isEmpty();
    tamper(
        "delete from ledger_entry where number = 6",
        "delete from ledger_head",
        "insert into ledger_head select * from kept");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.number()).isEqualTo(6);
          assertThat(fault.what()).contains("when last anchored");
        });
  }

  @Test
  void aLedgerThatIsGoneAltogetherIsMissed() {
    assertThat(faults()).isEmpty();
    tamper("delete from ledger_entry", "delete from ledger_head");
    assertThat(faults()).extracting(Fault::stripe).contains(STRIPE);
  }

  @Test
  void aChainThatIsGoneWithItsHeadIsMissed() {
    tamper(
        "delete from ledger_entry where stripe = " + STRIPE,
        "delete from ledger_head where stripe = " + STRIPE);
    assertThat(faults())
        .anySatisfy(fault -> {
          assertThat(fault.stripe()).isEqualTo(STRIPE);
          assertThat(fault.what()).isEqualTo("the head was removed");
        });
  }

  @Test
  void anAnchorOfSomebodyElseIsRefused() throws IOException {
    assertThat(faults()).isEmpty();
    Path anchor = folder.resolve("ledger.anchor");
    Files.writeString(anchor, Files.readString(anchor).replaceFirst(" 5 ", " 4 "));
    assertThatThrownBy(this::faults)
        .isInstanceOf(LedgerBroken.class)
        .hasMessageContaining("ledger.anchor");
  }

  @Test
  void aHashThatIsNoneIsNamed() {
    tamper("update ledger_entry set hash = 'x' where number = 2");
    assertThat(faults()).extracting(Fault::number).contains(2L);
    tamper("update ledger_head set hash = 'x' where length = 5");
    assertThat(faults()).anyMatch(fault -> fault.what().contains("the head holds no hash"));
  }

  @Test
  void aWalkSeesOneMomentWhileOthersWrite() {
    transactor.run(sql -> {
      var _ = sql.update("set transaction isolation level repeatable read");
      assertThat(sql.<Long>get("select count(*) as n from ledger_entry", row -> row.number("n")))
          .isEqualTo(5);
      Entry sixth = entry(SUBJECT, "{\"n\":6}");
      transactor.run(other -> ledger.append(other, List.of(sixth)));
      assertThat(ledger.verify(sql)).isEqualTo(new LedgerReport(5, 0, List.of()));
    });
    assertThat(faults()).isEmpty();
  }

  @Test
  void aRewrittenChainIsNamedFromItsFirstRewrittenEntry() {
    transactor.run(this::rewriteFromThree);
    assertThat(faults()).extracting(Fault::number).startsWith(3L).contains(0L);
  }

  /** What an attacker does who knows how the hashes are made but has no key file. */
  private void rewriteFromThree(Sql sql) {
    var _ = sql.update("set local session_replication_role = replica");
    var _ = sql.update("update ledger_entry set kind = 'job' where number = 3");
    List<Chain> chain = new ArrayList<>(List.of(Chain.empty()));
    List<Object[]> rows = new ArrayList<>();
    sql.each(
        "select * from ledger_entry order by number",
        row -> {
          chain.add(chain.getLast().append(Plain.of(row).bytes()));
          rows.add(new Object[] {chain.getLast().head().hex(), row.number("number")});
        });
    var _ = sql.batch("update ledger_entry set hash = ? where number = ?", rows);
    Hash head = chain.getLast().head();
    var _ = sql.update("update ledger_head set hash = ? where length = 5", head.hex());
  }

  @Test
  void manyWritersMakeOneSoundLedger() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        List<Entry> batch = new ArrayList<>();
        for (int j = 0; j < 10; j++) {
          batch.add(entry(UUID.randomUUID(), "{\"i\":" + i + "}"));
        }
        tasks.add(() -> {
          transactor.run(sql -> ledger.append(sql, batch));
          return true;
        });
      }
      for (Future<Boolean> future : workers.invokeAll(tasks)) {
        assertThat(future.get()).isTrue();
      }
    }
    assertThat(transactor.get(ledger::verify)).isEqualTo(new LedgerReport(405, 0, List.of()));
  }
}
