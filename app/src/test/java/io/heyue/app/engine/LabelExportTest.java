package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.models.LabelExport;
import io.heyue.core.base.ConversationId;
import io.heyue.core.understanding.Intent;
import io.heyue.store.labels.Label;
import io.heyue.store.labels.Meaning;
import io.heyue.store.ledger.Ledger;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose labelled words are taken out for training. */
class LabelExportTest {
  private static final Meaning CANNOT = new Meaning(Intent.CANNOT_PAY, Set.of(), Optional.empty());

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void label() {
    lender = new Lender(folder);
    lender.borrowers(1);
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "大概吧，没有工作了");
    Meanings meanings = lender.engine.meanings();
    for (Label label :
        meanings.page(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50)) {
      var _ = meanings.mean(label.id(), CANNOT, "an");
    }
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private record Taken(LabelExport.Taken counted, String lines) {}

  private Taken take(boolean consentedOnly) throws IOException {
    StringWriter lines = new StringWriter();
    try (BufferedWriter out = new BufferedWriter(lines)) {
      LabelExport.Taken counted =
          new LabelExport(
                  lender.database.transactor(),
                  Ledger.open(folder, lender.vault),
                  lender.vault,
                  lender::now)
              .write(out, consentedOnly, "test");
      out.flush();
      return new Taken(counted, lines.toString());
    }
  }

  @Test
  void whoDidNotConsentIsNotLearnedFrom() throws IOException {
    Taken taken = take(true);
    assertThat(taken.counted()).isEqualTo(new LabelExport.Taken(0, 0, 1));
    assertThat(taken.lines()).isEmpty();
    assertThat(take(false).counted()).isEqualTo(new LabelExport.Taken(1, 0, 0));
  }

  @Test
  void whoConsentedIs() throws IOException {
    lender.flagged(0, "label_consent");
    Taken taken = take(true);
    assertThat(taken.counted()).isEqualTo(new LabelExport.Taken(1, 0, 0));
    assertThat(taken.lines()).contains("大概吧，没有工作了", "cannot_pay");
  }

  /** Whoever answered in the borrower's place consented to nothing. */
  @Test
  void whoHadNotShownWhoTheyAreIsNotLearnedFrom() throws IOException {
    lender.flagged(0, "label_consent");
    lender
        .database
        .transactor()
        .run(sql -> {
          var _ = sql.update("update conversation set verified = false");
        });
    assertThat(take(true).counted()).isEqualTo(new LabelExport.Taken(0, 0, 1));
  }

  @Test
  void thatItWasTakenOutStandsInTheLedger() throws IOException {
    long before = accesses();
    var _ = take(false);
    assertThat(accesses()).isEqualTo(before + 1);
  }

  private long accesses() {
    return lender
        .database
        .transactor()
        .get(sql ->
            sql.get(
                "select count(*) as n from ledger_entry where kind = 'access'",
                row -> row.number("n")));
  }
}
