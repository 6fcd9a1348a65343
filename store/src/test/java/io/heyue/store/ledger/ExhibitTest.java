package io.heyue.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Hash;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.SamplePortfolio;
import io.heyue.store.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExhibitTest {
  private static final UUID TALK = new UUID(0, 3);
  private static final UUID MATTER = new UUID(1, 4);

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    database.close();
  }

  private Ledger write(String... payloads) {
    Ledger ledger =
        Ledger.open(folder, Vault.open(folder, database, InstantSource.fixed(SamplePortfolio.NOW)));
    List<Entry> entries = new ArrayList<>();
    for (String payload : payloads) {
      entries.add(
          new Entry(
              Entry.Kind.TURN,
              SamplePortfolio.NOW,
              TALK,
              Optional.of(new ConversationId(TALK)),
              Optional.of(new CaseId(MATTER)),
              Optional.empty(),
              payload));
    }
    transactor.run(sql -> ledger.append(sql, entries));
    return ledger;
  }

  @Test
  void anEntryCanBeShownToBeWhatItsLinkCovers() {
    Ledger ledger = write("{\"said\":\"一\"}", "{\"said\":\"二\",\"turn\":2}");
    List<Exhibit> found = transactor.get(sql -> ledger.exhibits(sql, MATTER, 9));
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().previous()).isEqualTo(Hash.ZERO);
    for (Exhibit exhibit : found) {
      Written written = exhibit.written();
      assertThat(
              new Chain(written.number() - 1, exhibit.previous())
                  .append(exhibit.plain().getBytes(StandardCharsets.UTF_8))
                  .head()
                  .hex())
          .isEqualTo(written.hash());
      assertThat(exhibit.plain())
          .contains("\"commitment\":\"" + exhibit.clear().commitment().orElseThrow().hex() + "\"");
      assertThat(exhibit.plain() + exhibit + exhibit.clear()).doesNotContain("一", "二");
    }
    assertThat(found.getFirst().clear().seed()).isNotEqualTo(found.getLast().clear().seed());
    assertThat(transactor.<List<Exhibit>>get(sql -> ledger.exhibits(sql, TALK, 9))).hasSize(2);
    assertThatThrownBy(() -> transactor.get(sql -> ledger.exhibits(sql, TALK, 1)))
        .hasMessageContaining("Maybe ask for one of its conversations");
  }

  /** As they were written before there were commitments. */
  @Test
  void anOldEntryStillVerifiesAndIsReadInClear() {
    Ledger ledger = write("{\"n\":1}");
    Vault vault = Vault.open(folder, database, InstantSource.fixed(SamplePortfolio.NOW));
    SealingKey key = SealingKey.openOrMake(folder.resolve("ledger.key"));
    int stripe = Ledger.stripe(TALK);
    byte[] payload =
        vault.sealText("{\"n\":0}", io.heyue.store.vault.Field.of("ledger_entry", "payload"));
    Plain plain =
        new Plain(
            stripe,
            SamplePortfolio.NOW,
            "turn",
            Optional.of(TALK),
            Optional.empty(),
            Optional.empty(),
            Hash.of(payload).hex(),
            Optional.empty());
    assertThat(plain.text()).doesNotContain("commitment");
    transactor.run(sql -> {
      Chain chain =
          sql.get(
              "select stripe, length, hash, seal from ledger_head where stripe = ?",
              row -> Heads.read(row, key),
              stripe);
      Chain longer = chain.append(plain.bytes());
      var _ =
          sql.update(
              """
              insert into ledger_entry (stripe, number, at, kind, conversation_id, payload, hash, seal)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              stripe,
              longer.length(),
              plain.at(),
              plain.kind(),
              TALK,
              payload,
              longer.head().hex(),
              key.entry(stripe, longer.length(), longer.head()));
      var _ =
          sql.update(
              "update ledger_head set length = ?, hash = ?, seal = ? where stripe = ?",
              longer.length(),
              longer.head().hex(),
              key.head(stripe, longer.length(), longer.head()),
              stripe);
    });
    write("{\"n\":2}");
    assertThat(transactor.get(ledger::verify).faults()).isEmpty();
    List<Exhibit> found = transactor.get(sql -> ledger.exhibits(sql, TALK, 9));
    assertThat(found.stream().map(exhibit -> exhibit.clear().text()))
        .containsExactly("{\"n\":1}", "{\"n\":0}", "{\"n\":2}");
    assertThat(found.get(1).clear().commitment()).isEmpty();
    // A commitment that is taken away, so that the entry looks old, is found.
    transactor.run(sql -> {
      sql.update("set local session_replication_role = replica");
      sql.update("update ledger_entry set commitment = null where number = 3");
    });
    assertThat(transactor.get(ledger::verify).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("hash differs"));
  }
}
