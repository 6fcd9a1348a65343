package io.heyue.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.samples.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Books and payments that arrive together, in whatever order: each payment counts once. */
class BooksAsOfTest {
  private static final Instant NOW = Samples.NOW;

  private static CaseEvent paid(int fen, String at, String came) {
    Instant moment = Instant.parse(at);
    return new CaseEvent.PaymentPosted(
        NOW,
        "r",
        Money.fen(fen),
        LocalDate.ofInstant(moment, ZoneOffset.UTC),
        Optional.of(new Case.Timing(moment, Instant.parse(came))));
  }

  private static Account books(int overdue, String asOf, boolean told) {
    return Samples.with(
        Samples.account(Money.fen(overdue)), new Account.AsOf(Instant.parse(asOf), told));
  }

  private static Money overdueAfter(CaseEvent... events) {
    return Samples.matter(events).account().overdue();
  }

  /** Whichever is heard of first, the books or the payment. */
  @Test
  void aPaymentIsCountedOnceByTheMomentOfTheBooks() {
    CaseEvent books = new CaseEvent.AccountChanged(NOW, books(1_000, "2026-11-22T10:00:00Z", true));
    CaseEvent within = paid(300, "2026-11-22T10:00:00Z", "2026-11-24T10:00:00Z");
    CaseEvent after = paid(300, "2026-11-22T10:00:01Z", "2026-11-22T11:00:00Z");
    assertThat(overdueAfter(books, within)).isEqualTo(Money.fen(1_000));
    assertThat(overdueAfter(within, books)).isEqualTo(Money.fen(1_000));
    assertThat(overdueAfter(books, after)).isEqualTo(Money.fen(700));
    assertThat(overdueAfter(after, books)).isEqualTo(Money.fen(700));
    assertThat(Samples.matter(within, books).paid()).isEqualTo(Money.fen(300));
  }

  @Test
  void booksWithoutAMomentHoldWhatWasPaidTheDayBeforeAndCameWithThem() {
    CaseEvent books =
        new CaseEvent.AccountChanged(NOW, books(1_000, "2026-11-22T15:59:59.999999Z", false));
    CaseEvent together = paid(300, "2026-11-22T10:00:00Z", "2026-11-23T02:00:00Z");
    CaseEvent sameDay = paid(300, "2026-11-22T16:00:00Z", "2026-11-23T02:00:00Z");
    CaseEvent later = paid(300, "2026-11-22T10:00:00Z", "2026-11-24T02:00:00Z");
    for (CaseEvent[] order :
        List.of(new CaseEvent[] {books, together}, new CaseEvent[] {together, books})) {
      assertThat(overdueAfter(order)).isEqualTo(Money.fen(1_000));
    }
    for (CaseEvent payment : List.of(sameDay, later)) {
      assertThat(overdueAfter(books, payment)).isEqualTo(Money.fen(700));
      assertThat(overdueAfter(payment, books)).isEqualTo(Money.fen(700));
    }
  }

  /** Books that can't know of a payment don't end the peace that it brought. */
  @Test
  void olderBooksLeaveThePeaceAfterAPayment() {
    CaseEvent payment = paid(1_000, "2026-11-22T12:00:00Z", "2026-11-22T12:00:00Z");
    CaseEvent hold =
        new CaseEvent.HoldPlaced(NOW, HoldKind.PAID, Optional.empty(), Optional.empty());
    CaseEvent older = new CaseEvent.AccountChanged(NOW, books(1_000, "2026-11-22T10:00:00Z", true));
    CaseEvent more = new CaseEvent.AccountChanged(NOW, books(1_500, "2026-11-22T10:00:00Z", true));
    CaseEvent newer = new CaseEvent.AccountChanged(NOW, books(1_000, "2026-11-22T13:00:00Z", true));
    assertThat(Samples.matter(payment, hold, older).holds()).containsKey(HoldKind.PAID);
    assertThat(Samples.matter(payment, hold, more).holds()).doesNotContainKey(HoldKind.PAID);
    assertThat(Samples.matter(payment, hold, newer).holds()).doesNotContainKey(HoldKind.PAID);
  }
}
