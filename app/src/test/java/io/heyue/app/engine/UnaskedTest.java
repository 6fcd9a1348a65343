package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets a message because of something that they did not do. */
class UnaskedTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    lender
        .engine
        .campaigns()
        .start(
            lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears")));
    var _ = lender.engine.pulse().tick();
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void says(String text, String id) {
    lender.engine.desk().smsReceived(Lender.phone(0), text, id);
    var _ = lender.engine.pulse().tick();
  }

  @Test
  void aPaymentAtNightEndsAConversationByTextMessageWithoutAWord() {
    says("是我", "m-1");
    says("0000", "m-2");
    int before = lender.street.letters().size();
    lender.later(Duration.ofHours(16));
    lender.paid(0, "3280.50", "R-1");
    assertThat(lender.engine.reconciliation().run(lender.now()).interrupted()).isEqualTo(1);
    for (int minute = 0; minute < 5; minute++) {
      var _ = lender.engine.pulse().tick();
      lender.later(Duration.ofMinutes(1));
    }
    assertThat(lender.street.letters()).hasSize(before);
    List<Why.Answer> why =
        lender.engine.why().of(lender.street.last().conversation().orElseThrow(), Lang.ZH);
    assertThat(why.getLast().verdict()).isEqualTo("silent");
  }
}
