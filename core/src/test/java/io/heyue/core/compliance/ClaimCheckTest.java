package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rng;
import io.heyue.core.base.Span;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.Claim.Of;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each kind of claim against books in which no two figures are the same. */
class ClaimCheckTest {
  private static final Span SPAN = Span.of(0, 1);
  private static final LocalDate TODAY = Samples.TODAY;
  private static final Money PAID_FIRST = Money.fen(20_000);
  private static final Money PAID_LATER = Money.fen(7_000);
  private static final Money PROMISED = Money.fen(55_500);
  private static final Money WAIVED = Money.fen(4_400);

  private static final PromiseId REDUCTION = PromiseId.draw(Rng.seeded(31));
  private static final PromiseId BROKEN = PromiseId.draw(Rng.seeded(32));

  /** Two payments, a promise that stands with a waiver, and one that was broken. */
  private static final Dossier DOSSIER =
      Samples.dossier(
          paid("r-1", PAID_FIRST, TODAY.minusDays(9)),
          paid("r-2", PAID_LATER, TODAY.minusDays(4)),
          new CaseEvent.PromiseMade(Samples.NOW, BROKEN, Money.fen(66_600), TODAY.minusDays(3)),
          new CaseEvent.PromiseBroken(Samples.NOW, BROKEN),
          new CaseEvent.ReductionGranted(
              Samples.NOW, REDUCTION, PROMISED, WAIVED, TODAY.plusDays(6)));

  private static final Agreeable TERMS =
      Agreeable.of(
          List.of(new Terms.Instalments(Plan.monthly(Money.fen(90_000), 3, TODAY.plusDays(5)))));

  private static CaseEvent paid(String reference, Money amount, LocalDate on) {
    return new CaseEvent.PaymentPosted(Samples.NOW, reference, amount, on, Optional.empty());
  }

  private static boolean sum(Of of, Money money) {
    return ClaimCheck.holds(new Claim.Sum(SPAN, of, money), DOSSIER, TERMS, TODAY);
  }

  private static boolean day(Of of, LocalDate day) {
    return ClaimCheck.holds(new Claim.Day(SPAN, of, day), DOSSIER, TERMS, TODAY);
  }

  private static boolean count(Of of, long count) {
    return ClaimCheck.holds(new Claim.Count(SPAN, of, count), DOSSIER, TERMS, TODAY);
  }

  @Test
  void sumsOfTheAccountAreThoseOfTheBooks() {
    Map<Of, Money> books =
        Map.of(
            Of.OVERDUE, Samples.OVERDUE,
            Of.BALANCE, Samples.account().balance().orElseThrow(),
            Of.PRINCIPAL, Samples.account().principal().orElseThrow(),
            Of.MINIMUM, Samples.account().minimum().orElseThrow());
    for (Of of : books.keySet()) {
      books.forEach((is, money) ->
          assertThat(
                  ClaimCheck.holds(new Claim.Sum(SPAN, of, money), Samples.dossier(), TERMS, TODAY))
              .as("%s said to be %s", is, of)
              .isEqualTo(is == of));
    }
  }

  /** A thousand dollars is not a thousand yuan. */
  @Test
  void theSameNumberInAnotherCurrencyIsAnotherSum() {
    Money dollars = new Money(9_000, Currency.getInstance("USD"));
    Agreeable terms = new Agreeable(Set.of(dollars), Set.of(), Set.of());
    assertThat(ClaimCheck.holds(new Claim.Sum(SPAN, Of.TERMS, dollars), DOSSIER, terms, TODAY))
        .isFalse();
  }

  @Test
  void whatWasPaidIsOnePaymentOrAllOfThem() {
    assertThat(sum(Of.PAID, PAID_FIRST)).isTrue();
    assertThat(sum(Of.PAID, PAID_LATER)).isTrue();
    assertThat(sum(Of.PAID, PAID_FIRST.plus(PAID_LATER))).isTrue();
    assertThat(sum(Of.PAID, PROMISED)).isFalse();
    assertThat(day(Of.PAID, TODAY.minusDays(9))).isTrue();
    assertThat(day(Of.PAID, TODAY.minusDays(4))).isTrue();
    assertThat(day(Of.PAID, TODAY.minusDays(5))).isFalse();
  }

  @Test
  void whatWasPromisedIsWhatStillStandsWithItsWaiver() {
    assertThat(sum(Of.PROMISED, PROMISED)).isTrue();
    assertThat(sum(Of.PROMISED, WAIVED)).isTrue();
    assertThat(sum(Of.PROMISED, Money.fen(66_600))).as("a broken promise").isFalse();
    assertThat(sum(Of.PROMISED, PAID_LATER)).isFalse();
    assertThat(day(Of.PROMISED, TODAY.plusDays(6))).isTrue();
    assertThat(day(Of.PROMISED, TODAY.minusDays(3))).as("a broken promise").isFalse();
    assertThat(day(Of.PROMISED, TODAY.plusDays(7))).isFalse();
  }

  @Test
  void ofTermsThereIsOnlyWhatTheySayAndNoDayThatIsOver() {
    assertThat(sum(Of.TERMS, Money.fen(90_000))).isTrue();
    assertThat(sum(Of.TERMS, Money.fen(30_000))).isTrue();
    assertThat(sum(Of.TERMS, Money.fen(29_999))).isFalse();
    assertThat(day(Of.TERMS, TODAY.plusDays(5))).isTrue();
    assertThat(day(Of.TERMS, TODAY.plusDays(4))).isFalse();
    Agreeable over = new Agreeable(Set.of(), Set.of(TODAY.minusDays(1), TODAY), Set.of());
    assertThat(
            ClaimCheck.holds(
                new Claim.Day(SPAN, Of.TERMS, TODAY.minusDays(1)), DOSSIER, over, TODAY))
        .isFalse();
    assertThat(ClaimCheck.holds(new Claim.Day(SPAN, Of.TERMS, TODAY), DOSSIER, over, TODAY))
        .isTrue();
    assertThat(count(Of.TERMS, 3)).isTrue();
    assertThat(count(Of.TERMS, 4)).isFalse();
  }

  @Test
  void daysAndCountsAreThoseOfTheBooksAndTheMandate() {
    assertThat(day(Of.DUE_DATE, TODAY.minusDays(18))).isTrue();
    assertThat(day(Of.DUE_DATE, TODAY.minusDays(17))).isFalse();
    assertThat(count(Of.DAYS_PAST_DUE, 18)).isTrue();
    assertThat(count(Of.DAYS_PAST_DUE, 17)).isFalse();
    assertThat(count(Of.ANSWER_DAYS, 15)).isTrue();
    assertThat(count(Of.ANSWER_DAYS, 16)).isFalse();
  }

  @Test
  void pricesAreThoseOfTheContract() {
    var account = Samples.account();
    for (Of of : List.of(Of.CONTRACT_RATE, Of.OVERDUE_RATE)) {
      var right = of == Of.CONTRACT_RATE ? account.contractRate() : account.overdueRate();
      var wrong = of == Of.CONTRACT_RATE ? account.overdueRate() : account.contractRate();
      assertThat(ClaimCheck.holds(new Claim.Price(SPAN, of, right), DOSSIER, TERMS, TODAY))
          .isTrue();
      assertThat(ClaimCheck.holds(new Claim.Price(SPAN, of, wrong), DOSSIER, TERMS, TODAY))
          .isFalse();
    }
  }

  /** A claim that says it is about something of another kind is about nothing. */
  @Test
  void aFigureIsNeverOfAnotherKindThanItsClaim() {
    assertThat(sum(Of.DUE_DATE, Samples.OVERDUE)).isFalse();
    assertThat(day(Of.OVERDUE, TODAY.minusDays(18))).isFalse();
    assertThat(count(Of.OVERDUE, 18)).isFalse();
    assertThat(
            ClaimCheck.holds(
                new Claim.Price(SPAN, Of.TERMS, Samples.account().contractRate()),
                DOSSIER,
                TERMS,
                TODAY))
        .isFalse();
  }
}
