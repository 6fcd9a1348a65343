package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.Case;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import io.heyue.store.setbacks.Setbacks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One item that can't be worked doesn't stop the house. */
class PulseTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private Setbacks.Count setbacks() {
    return lender.database.transactor().get(sql -> new Setbacks().count(sql));
  }

  private void change(String statement) {
    lender.database.transactor().run(sql -> sql.update(statement));
  }

  /** Opens the cases of everybody, and makes that of borrower 0 unreadable. */
  private void poisonedCase() {
    lender.borrowers(5);
    for (int i = 0; i < 5; i++) {
      lender.paid(i, "100.00", "R-" + i);
    }
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(2));
    change("create table if not exists kept_body as select case_id, body from case_state");
    change(
        "update case_state set body = '{}' where account_id = (select id from account"
            + " order by number limit 1)");
  }

  private void healed() {
    change("update case_state s set body = k.body from kept_body k where k.case_id = s.case_id");
    change("drop table kept_body");
  }

  @Test
  void oneAccountOfACampaignIsPutAsideAndTheOthersAreWrittenTo() {
    poisonedCase();
    lender.campaign();
    assertThat(lender.engine.pulse().tick().written()).isEqualTo(4);
    assertThat(lender.street.letters()).hasSize(4);
    assertThat(setbacks()).isEqualTo(new Setbacks.Count(1, 0));
    assertThat(lender.engine.pulse().tick().written()).isZero();
    healed();
    lender.later(Duration.ofMinutes(2));
    assertThat(lender.engine.pulse().tick().written()).isEqualTo(1);
    assertThat(lender.street.letters()).hasSize(5);
    assertThat(setbacks()).isEqualTo(new Setbacks.Count(0, 0));
  }

  @Test
  void paymentsOfOneAccountArePutAsideAndTheOthersAreBooked() {
    poisonedCase();
    for (int i = 0; i < 5; i++) {
      lender.paid(i, "200.00", "S-" + i);
    }
    assertThat(lender.engine.pulse().tick().payments()).isEqualTo(4);
    assertThat(lender.engine.pulse().tick().payments()).isZero();
    healed();
    lender.later(Duration.ofMinutes(2));
    assertThat(lender.engine.pulse().tick().payments()).isEqualTo(1);
    assertThat(setbacks()).isEqualTo(new Setbacks.Count(0, 0));
  }

  @Test
  void aConversationThatCantBeReadIsPassedOverAndGivenUpAtLast() {
    lender.borrowers(1);
    ConversationId talk = lender.verified();
    change("update conversation set state = '{}'");
    lender.later(Duration.ofMinutes(11));
    lender.paid(0, "100.00", "R-1");
    Pulse.Beat beat = lender.engine.pulse().tick();
    assertThat(beat.payments()).isEqualTo(1);
    assertThat(beat.silences()).isZero();
    assertThat(setbacks().waiting()).isEqualTo(2);
    for (int tries = 0; tries < 40; tries++) {
      lender.later(Duration.ofHours(6));
      var _ = lender.engine.pulse().tick();
    }
    assertThat(setbacks()).isEqualTo(new Setbacks.Count(0, 2));
    assertThat(lender.engine.desk().messages(talk, 0)).isNotEmpty();
  }

  @Test
  void aCampaignThatCantBeginDoesNotKeepOthersFromBeginning() {
    lender.borrowers(1);
    lender.campaign();
    var bad = lender.engine.campaigns().create("bad", Filter.everyone(), Approach.text("arrears"));
    lender.engine.campaigns().schedule(bad, lender.now());
    change("update campaign set filter = '{\"nonsense\": 1}' where name = 'bad'");
    assertThat(lender.engine.pulse().tick().written()).isEqualTo(1);
    assertThat(setbacks().waiting()).isEqualTo(1);
  }

  @Test
  void aStageThatFailsDoesNotKeepTheOthersFromTheirWork() {
    lender.borrowers(1);
    lender.campaign();
    change("alter table confirmation rename to gone");
    try {
      assertThatThrownBy(() -> lender.engine.pulse().tick()).hasMessageContaining("confirmation");
      assertThat(lender.street.letters()).hasSize(1);
    } finally {
      change("alter table gone rename to confirmation");
    }
    List<Case> all =
        lender.database.transactor().get(sql -> new Cases().page(sql, Optional.empty(), 10));
    assertThat(all).hasSize(1);
  }
}
