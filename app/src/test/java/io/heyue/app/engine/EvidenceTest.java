package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Checkout;
import io.heyue.app.proof.Bundle;
import io.heyue.app.proof.Evidence;
import io.heyue.app.proof.Verifying;
import io.heyue.brain.book.Books;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.LedgerBroken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of what the engine really wrote. */
class EvidenceTest {
  @TempDir private Path folder = Path.of("");

  private static Entry entry(Lender lender) {
    return new Entry(
        Entry.Kind.JOB,
        lender.now(),
        new UUID(1, 2),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "{\"what\":\"something\"}");
  }

  @Test
  void aLedgerThatCantBeSignedFailsEveryBeat() {
    try (Lender lender = new Lender(folder)) {
      lender
          .database
          .transactor()
          .run(sql -> Ledger.open(folder, lender.vault).append(sql, List.of(entry(lender))));
      var _ = lender.engine.pulse().tick();
      lender
          .database
          .transactor()
          .run(sql -> {
            sql.update("set local session_replication_role = replica");
            sql.update("update ledger_mark set root = repeat('0', 64)");
          });
      // The same subject writes into the same chain.
      lender
          .database
          .transactor()
          .run(sql -> Ledger.open(folder, lender.vault).append(sql, List.of(entry(lender))));
      lender.later(Duration.ofMinutes(10));
      for (int beat = 0; beat < 2; beat++) {
        assertThatThrownBy(() -> lender.engine.pulse().tick())
            .isInstanceOf(LedgerBroken.class)
            .hasMessageContaining("nothing is signed");
      }
    }
  }

  @Test
  void aWholeConversationIsProvenToAStranger() throws IOException {
    try (Lender lender = new Lender(folder)) {
      Books books = Books.read(Checkout.find().data());
      lender
          .database
          .transactor()
          .run(sql -> new LawPacks().keep(sql, books.law().version(), books.lawBook().texts()));
      lender.borrowers(1);
      ConversationId talk = lender.verified();
      lender.later(Duration.ofMinutes(11));
      var _ = lender.engine.pulse().tick();
      var _ = lender.says(talk, "我这个月工资还没发，25号能还一千，剩下的能不能晚点？");
      var _ = lender.says(talk, "好的");
      lender.later(Duration.ofMinutes(11));
      var _ = lender.engine.pulse().tick();
      // What was said was judged by this guard, and each record says so.
      for (String kind : List.of("contact", "turn")) {
        assertThat(lender.entries(kind))
            .isNotEmpty()
            .allSatisfy(entry ->
                assertThat(entry)
                    .contains("\"reader\":\"" + lender.guard.wordsVersion() + "\"")
                    .contains("\"law\":\"" + lender.guard.lawVersion() + "\""));
      }
      Checkpoints checkpoints = Checkpoints.open(folder);
      Evidence evidence =
          new Evidence(
              lender.database.transactor(),
              Ledger.open(folder, lender.vault),
              checkpoints,
              lender::now);
      Path key =
          Files.writeString(
              folder.resolve("public.pem"), checkpoints.keys(lender.now()).current().pem());
      for (Role role : Role.values()) {
        Bundle bundle = evidence.export(talk.value(), "somebody", role).orElseThrow();
        Path file = Files.write(folder.resolve("evidence-" + role.id() + ".zip"), bundle.archive());
        var report = Verifying.of(file, key, null, List.of());
        assertThat(report.sound()).as(report.text(Lang.EN)).isTrue();
        String all = new String(bundle.archive(), StandardCharsets.UTF_8);
        boolean words = role == Role.ADMIN || role == Role.AGENT || role == Role.COMPLIANCE;
        assertThat(all.contains("我这个月工资还没发")).as(role.id()).isEqualTo(words);
        assertThat(all.contains("Asia/Shanghai")).as(role.id()).isEqualTo(role != Role.VIEWER);
        assertThat(bundle.withheld() == 0).as(role.id()).isEqualTo(words);
        assertThat(report.text(Lang.ZH)).contains("之间，存证账只增不改", "与记录一致");
      }
      assertThat(evidence.export(UUID.randomUUID(), "somebody", Role.ADMIN))
          .isEqualTo(Optional.empty());
      assertThat(
              lender
                  .database
                  .transactor()
                  .<Long>get(sql ->
                      sql.get(
                          "select count(*) as n from ledger_entry where kind = 'access'",
                          row -> row.number("n"))))
          .isEqualTo(Role.values().length);
    }
  }
}
