package io.heyue.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.KeyRing;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.Merkle;
import io.heyue.core.audit.MerkleTree;
import io.heyue.core.base.ConversationId;
import io.heyue.store.ledger.Checkpoints.Kept;
import io.heyue.store.ledger.LedgerReport.Fault;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final Instant NOW = SamplePortfolio.NOW;
  private static final int STRIPE = Ledger.stripe(new UUID(0, 3));

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  @TempDir private Path folder = Path.of("");
  private Ledger ledger;
  private Checkpoints checkpoints;

  @BeforeEach
  void open() {
    Vault vault = Vault.open(folder, database, InstantSource.fixed(NOW));
    ledger = Ledger.open(folder, vault);
    checkpoints = Checkpoints.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Writes entries into the chain of one subject and, one each, into four others. */
  private void write(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(new UUID(0, 3), i));
    }
    for (int i = 4; i < 8; i++) {
      entries.add(entry(new UUID(0, i), i));
    }
    transactor.run(sql -> ledger.append(sql, entries));
  }

  private static Entry entry(UUID subject, int i) {
    return new Entry(
        Entry.Kind.TURN,
        NOW,
        subject,
        Optional.of(new ConversationId(subject)),
        Optional.empty(),
        Optional.empty(),
        "{\"n\":" + i + "}");
  }

  private Kept make() {
    return checkpoints.make(transactor, NOW).orElseThrow();
  }

  private List<Fault> faults() {
    return transactor.get(ledger::verify).faults();
  }

  private void tamper(String... statements) {
    transactor.run(sql -> {
      sql.update("set local session_replication_role = replica");
      for (String statement : statements) {
        sql.update(statement);
      }
    });
  }

  @Test
  void aCheckpointIsMadeOnlyWhereSomethingWasWritten() {
    assertThat(checkpoints.make(transactor, NOW)).isEmpty();
    write(3);
    Kept first = make();
    assertThat(first.checkpoint().size()).isEqualTo(7);
    assertThat(make().note()).isEqualTo(first.note());
    write(1);
    Kept second = make();
    assertThat(second.checkpoint().number()).isEqualTo(2);
    assertThat(second.checkpoint().previous()).isEqualTo(first.note().hash());
    assertThat(transactor.get(ledger::verify)).isEqualTo(new LedgerReport(12, 2, List.of()));
  }

  @Test
  void everyEntryIsProvenAcrossTilesAndCheckpoints() {
    write(255);
    Kept early = make();
    write(300);
    Kept late = make();
    transactor.run(sql -> {
      List<Hash> links =
          sql.list(
              "select hash from ledger_entry where stripe = ? order by number",
              row -> new Hash(row.text("hash")),
              STRIPE);
      assertThat(links).hasSize(555);
      assertThat(sql.<Long>get("select count(*) as n from ledger_tile", row -> row.number("n")))
          .isEqualTo(2);
      for (Kept kept : List.of(early, late)) {
        List<Mark> marks = checkpoints.marks(sql, kept);
        assertThat(Checkpoint.root(marks)).isEqualTo(kept.checkpoint().root());
        MerkleTree tree = checkpoints.tree(sql, kept, STRIPE);
        for (int number : List.of(1, 2, 254, 255)) {
          assertThat(
                  Merkle.climb(
                      Mark.leaf(links.get(number - 1)),
                      number - 1,
                      marks.get(STRIPE).length(),
                      tree.path(number - 1)))
              .isEqualTo(marks.get(STRIPE).root());
        }
      }
      assertThat(
              Merkle.isBeginning(
                  255,
                  checkpoints.marks(sql, early).get(STRIPE).root(),
                  555,
                  checkpoints.marks(sql, late).get(STRIPE).root(),
                  checkpoints.tree(sql, late, STRIPE).consistency(255)))
          .isTrue();
      assertThat(checkpoints.firstCovering(sql, STRIPE, 255).orElseThrow().note())
          .isEqualTo(early.note());
      assertThat(checkpoints.firstCovering(sql, STRIPE, 256).orElseThrow().note())
          .isEqualTo(late.note());
      assertThat(checkpoints.firstCovering(sql, STRIPE, 556)).isEmpty();
    });
    assertThat(faults()).isEmpty();
  }

  @Test
  void aLedgerThatIsNotWhatWasSignedIsNotSignedAgain() {
    write(3);
    make();
    tamper("update ledger_mark set root = repeat('0', 64) where stripe = " + STRIPE);
    write(1);
    assertThatThrownBy(this::make)
        .isInstanceOf(LedgerBroken.class)
        .hasMessageContaining("nothing is signed");
    assertThat(faults())
        .anyMatch(fault -> fault.stripe() == STRIPE && fault.what().contains("a checkpoint says"))
        .anyMatch(fault -> fault.toString().startsWith("checkpoint 1: its root"));
  }

  @Test
  void anEntryThatSomebodyElseWroteIsNotSigned() {
    write(3);
    tamper(
        "update ledger_entry set hash = repeat('a', 64) where number = 2 and stripe = " + STRIPE);
    assertThatThrownBy(this::make)
        .isInstanceOf(LedgerBroken.class)
        .hasMessageContaining("Entry 2 of ledger chain " + STRIPE);
  }

  @Test
  void everyWayToTamperWithACheckpointIsNamed() throws IOException {
    write(300);
    make();
    write(1);
    make();
    write(1);
    make();
    assertThat(faults()).isEmpty();
    tamper("create table kept_notes as select * from ledger_checkpoint");
    String back =
        "insert into ledger_checkpoint select * from kept_notes on conflict (number) do update"
            + " set note = excluded.note, lengths = excluded.lengths";
    tamper("delete from ledger_checkpoint where number = 2");
    assertThat(faults()).extracting(Fault::toString).contains("checkpoint 2: missing");
    tamper(back, "delete from ledger_checkpoint where number = 3");
    assertThat(faults())
        .extracting(Fault::toString)
        .containsExactly("checkpoint 3: missing: it stands in ledger.checkpoints alone");
    tamper(
        back,
        "update ledger_checkpoint set note = (select note from kept_notes where number = 1)"
            + " where number = 2");
    assertThat(faults())
        .extracting(Fault::toString)
        .contains(
            "checkpoint 2: it doesn't follow the checkpoint before it",
            "checkpoint 2: another one stands in ledger.checkpoints");
    tamper(
        back,
        "update ledger_checkpoint set note = replace(note, 'time 20', 'time 19')"
            + " where number = 2");
    assertThat(faults())
        .extracting(Fault::toString)
        .contains("checkpoint 2: it was not signed with a key of this installation");
    tamper(back, "update ledger_checkpoint set note = 'x' where number = 3");
    assertThat(faults())
        .extracting(Fault::toString)
        .contains("checkpoint 3: it can't be read: overwritten");
    tamper(back, "update ledger_tile set root = repeat('0', 64)");
    assertThat(faults()).singleElement().extracting(Fault::number).isEqualTo(256L);
    Path file = folder.resolve("ledger.checkpoints");
    String notes = Files.readString(file);
    Files.writeString(file, notes.substring(notes.indexOf("\n\n", notes.indexOf("—")) + 2));
    assertThat(faults())
        .extracting(Fault::toString)
        .contains("checkpoint 1: it is missing in ledger.checkpoints");
  }

  @Test
  void keysRotateAndOldCheckpointsStillVerify() throws IOException {
    write(1);
    Kept first = make();
    KeyRing before = checkpoints.keys(NOW);
    KeyRing after = transactor.get(sql -> checkpoints.rotate(sql, NOW.plusSeconds(60)));
    write(1);
    Kept second = make();
    assertThat(after.links()).hasSize(2);
    assertThat(after.origin()).isEqualTo(before.origin());
    assertThat(after.signer(first.note())).isEqualTo(1);
    assertThat(after.signer(second.note())).isEqualTo(2);
    assertThat(after.fault()).isEmpty();
    assertThat(KeyRing.find(after.text())).contains(after);
    assertThat(faults()).isEmpty();
    Path file = folder.resolve("ledger.keys");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(file).split("secret ")).hasSize(2);
    KeyRing.Link forged =
        new KeyRing.Link(
            after.links().getFirst().key(),
            NOW,
            after.links().getLast().byOlder(),
            after.links().getLast().byItself());
    assertThat(after.with(forged).fault())
        .contains("key 3 was not vouched for by the key before it");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::make).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.delete(file);
    write(1);
    assertThatThrownBy(this::make).hasMessageContaining("Maybe ledger.keys was replaced");
    assertThat(faults())
        .extracting(Fault::what)
        .contains("it was not signed with a key of this installation");
  }

  @Test
  void whatTheCrashLeftOutOfTheFileIsCaughtUp() throws IOException {
    write(1);
    make();
    Files.delete(folder.resolve("ledger.checkpoints"));
    write(1);
    Kept second = Checkpoints.open(folder).make(transactor, NOW).orElseThrow();
    assertThat(checkpoints.outside()).hasSize(2).containsEntry(2L, second.note().hash());
  }

  @Test
  void aTokenIsKeptOnce() {
    write(1);
    make();
    transactor.run(sql -> {
      assertThat(checkpoints.unattested(sql)).isPresent();
      checkpoints.attest(sql, 1, NOW, new byte[] {1});
      checkpoints.attest(sql, 1, NOW, new byte[] {2});
      assertThat(checkpoints.last(sql).orElseThrow().token().orElseThrow()).containsExactly(1);
      assertThat(checkpoints.unattested(sql)).isEmpty();
    });
  }
}
