package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Promise;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money that comes in, at whatever time and in whatever order. */
class PaymentsTest {
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

  private void campaign() {
    lender
        .engine
        .campaigns()
        .start(
            lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears")));
  }

  private List<Case> cases() {
    return lender.database.transactor().get(sql -> new Cases().page(sql, Optional.empty(), 10));
  }

  private Case onlyCase() {
    assertThat(cases()).hasSize(1);
    return cases().getFirst();
  }

  private void happened(CaseEvent event) {
    var _ =
        lender
            .database
            .transactor()
            .<Case>get(sql -> new Cases().append(sql, onlyCase(), List.of(event)));
  }

  private ConversationId talk() {
    campaign();
    var _ = lender.engine.pulse().tick();
    var _ = lender.engine.desk().open(lender.street.token());
    return lender.street.last().conversation().orElseThrow();
  }

  private void says(ConversationId talk, String text) {
    var _ = lender.engine.desk().receive(talk, new ChannelEvent.TextReceived(text));
  }

  @Test
  void whoPaidBeforeTheFirstContactIsNotWrittenTo() {
    lender.borrowers(2);
    lender.paid(0, "3280.50", "R-1");
    campaign();
    for (int beat = 0; beat < 3; beat++) {
      var _ = lender.engine.pulse().tick();
    }
    assertThat(lender.street.letters()).hasSize(1);
    Case paid = cases().stream().filter(Case::cured).findFirst().orElseThrow();
    assertThat(paid.paid()).isEqualTo(Money.fen(328_050));
    assertThat(paid.holds()).containsKey(HoldKind.PAID);
  }

  @Test
  void aPartPaidBeforeTheFirstContactIsKnownInIt() {
    lender.borrowers(1);
    lender.paid(0, "1000.00", "R-1");
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(2));
    ConversationId talk = talk();
    says(talk, "是我");
    says(talk, "0000");
    assertThat(lender.engine.desk().messages(talk, 0).getLast().text()).contains("2,280.50");
  }

  /** What was paid before the account fell due is in the books that say what is overdue. */
  @Test
  void whatWasPaidBeforeTheAccountWasDueOpensNoCase() {
    lender.borrowers(1);
    lender.paid(0, "1000.00", "R-0", Instant.parse("2026-10-05T02:00:00Z"));
    assertThat(lender.engine.pulse().tick().payments()).isEqualTo(1);
    assertThat(cases()).isEmpty();
    assertThat(lender.engine.pulse().tick().payments()).isZero();
  }

  @Test
  void moneyInAnotherCurrencyIsNotPostedAndLeavesATrace() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    lender.paid(0, "3280.50", "R-1");
    lender.database.transactor().run(sql -> sql.update("update payment set currency = 'HKD'"));
    assertThat(lender.engine.reconciliation().run(lender.now()).payments()).isEqualTo(1);
    assertThat(onlyCase().paid()).isEqualTo(Money.fen(0));
    assertThat(onlyCase().account().overdue()).isEqualTo(Money.fen(328_050));
    assertThat(lender.jobs()).anyMatch(payload -> payload.contains("another currency"));
  }

  @Test
  void aFileThatComesLateProvesABrokenPromiseKept() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    PromiseId promise = PromiseId.draw(Rng.seeded(5));
    happened(
        new CaseEvent.PromiseMade(
            lender.now(), promise, Money.fen(328_050), LocalDate.of(2026, 11, 25)));
    lender.later(Duration.ofDays(5));
    assertThat(lender.engine.reconciliation().run(lender.now()).broken()).isEqualTo(1);
    lender.paid(0, "3280.50", "R-1", Instant.parse("2026-11-25T09:00:00Z"));
    assertThat(lender.engine.reconciliation().run(lender.now()).kept()).isEqualTo(1);
    assertThat(onlyCase().promises().getLast().status()).isEqualTo(Promise.Status.KEPT);
    assertThat(onlyCase().tallies().broken()).isZero();
    assertThat(onlyCase().tallies().kept()).isEqualTo(1);
    assertThat(
            lender
                .database
                .transactor()
                .<Case>get(sql -> new Cases().rebuild(sql, onlyCase().id())))
        .isEqualTo(onlyCase());
  }

  @Test
  void whatWasWaivedIsNotDemandedOnceTheRestIsPaid() {
    lender.borrowers(1);
    campaign();
    var _ = lender.engine.pulse().tick();
    happened(
        new CaseEvent.ReductionGranted(
            lender.now(),
            PromiseId.draw(Rng.seeded(5)),
            Money.fen(295_245),
            Money.fen(32_805),
            LocalDate.of(2026, 11, 25)));
    lender.later(Duration.ofDays(1));
    lender.paid(0, "2952.45", "R-1");
    Reconciliation.Reconciled found = lender.engine.reconciliation().run(lender.now());
    assertThat(found.kept()).isEqualTo(1);
    assertThat(found.cured()).isEqualTo(1);
    assertThat(onlyCase().account().overdue()).isEqualTo(Money.fen(0));
    lender.books("328.05");
    for (int day = 0; day < 10; day++) {
      lender.later(Duration.ofDays(1));
      var _ = lender.engine.pulse().tick();
    }
    assertThat(lender.street.letters()).hasSize(1);
    assertThat(onlyCase().cured()).isTrue();
  }

  /** The process that booked the payment died before it told anybody. */
  @Test
  void aConversationHearsOfAPaymentThoughWhoBookedItDied() {
    lender.borrowers(1);
    ConversationId talk = talk();
    says(talk, "是我");
    says(talk, "0000");
    lender.paid(0, "3280.50", "R-1");
    assertThat(lender.engine.reconciliation().book(lender.now()).payments()).isEqualTo(1);
    try (Lender other = lender.anew(8)) {
      assertThat(other.engine.reconciliation().run(lender.now()).interrupted()).isEqualTo(1);
      assertThat(other.engine.reconciliation().run(lender.now()).interrupted()).isZero();
    }
    assertThat(lender.engine.desk().messages(talk, 5).getFirst().text()).contains("收到您的还款");
  }

  @Test
  void aConversationThatEndedInTheMeantimeIsNotTold() {
    lender.borrowers(1);
    ConversationId talk = talk();
    lender.paid(0, "3280.50", "R-1");
    assertThat(lender.engine.reconciliation().book(lender.now()).payments()).isEqualTo(1);
    says(talk, "再见");
    int before = lender.engine.desk().messages(talk, 0).size();
    assertThat(lender.engine.reconciliation().run(lender.now()).interrupted()).isZero();
    assertThat(lender.engine.desk().messages(talk, 0)).hasSize(before);
  }
}
