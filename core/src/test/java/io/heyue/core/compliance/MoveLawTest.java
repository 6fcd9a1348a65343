package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Question;
import io.heyue.core.dialogue.StateDraft;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.StandingForm;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoveLawTest {
  private static final Guard GUARD = new Guard(SampleLaw.book());
  private static final LocalDate TODAY = Samples.TODAY;
  private static final Money OVERDUE = Samples.OVERDUE;

  private static DialogueState state(boolean verified) {
    return SampleFlow.state(verified);
  }

  private static List<String> against(Move move, Dossier dossier, boolean verified) {
    return GUARD.against(move, dossier, state(verified), Samples.NOW).stream()
        .map(RuleId::id)
        .toList();
  }

  private static List<String> against(Terms terms) {
    List<String> readBack = against(new Move.ReadBack(terms), Samples.dossier(), true);
    assertThat(against(new Move.Offer(terms), Samples.dossier(), true)).isEqualTo(readBack);
    assertThat(against(new Move.Confirm(terms), Samples.dossier(), true)).isEqualTo(readBack);
    return readBack;
  }

  private static void within(Terms terms) {
    assertThat(against(terms)).as(terms.toString()).isEmpty();
  }

  private static void outside(Terms terms) {
    assertThat(against(terms)).as(terms.toString()).containsExactly("LENDER-MANDATE");
  }

  @Test
  void allOfItWithinThePromiseDays() {
    within(new Terms.Full(OVERDUE, TODAY));
    within(new Terms.Full(OVERDUE, TODAY.plusDays(30)));
    outside(new Terms.Full(OVERDUE, TODAY.plusDays(31)));
    outside(new Terms.Full(OVERDUE, TODAY.minusDays(1)));
    outside(new Terms.Full(OVERDUE.minus(Money.fen(1)), TODAY));
    outside(new Terms.Full(OVERDUE.plus(Money.fen(1)), TODAY));
  }

  @Test
  void aPartLeavesExactlyTheRest() {
    within(new Terms.Partial(Money.fen(100_000), TODAY.plusDays(3), Money.fen(228_050)));
    outside(new Terms.Partial(Money.fen(100_000), TODAY.plusDays(3), Money.fen(228_049)));
    outside(new Terms.Rest(Money.fen(228_050), TODAY.plusDays(3)));
    outside(new Terms.Partial(OVERDUE, TODAY.plusDays(3), Money.fen(0)));
    outside(new Terms.Partial(Money.fen(0), TODAY.plusDays(3), OVERDUE));
    outside(new Terms.Partial(Money.fen(-100), TODAY, OVERDUE.plus(Money.fen(100))));
    outside(new Terms.Partial(Money.fen(100_000), TODAY.plusDays(31), Money.fen(228_050)));
    outside(new Terms.Partial(Money.fen(100_000), TODAY.minusDays(1), Money.fen(228_050)));
  }

  private static DialogueState after(Move... made) {
    StateDraft draft = state(true).draft();
    for (Move move : made) {
      draft.made(move);
    }
    return draft.build();
  }

  private static List<String> afterPart(Terms rest, Move... made) {
    return GUARD
        .against(new Move.ReadBack(rest), Samples.dossier(), after(made), Samples.NOW)
        .stream()
        .map(RuleId::id)
        .toList();
  }

  @Test
  void theRestIsWhatAPartLeftAndComesNoEarlier() {
    LocalDate due = TODAY.plusDays(3);
    Terms part = new Terms.Partial(Money.fen(100_000), due, Money.fen(228_050));
    Terms rest = new Terms.Rest(Money.fen(228_050), due);
    List<Move> told = List.of(new Move.ReadBack(part), new Move.Confirm(part));
    for (Move move : told) {
      assertThat(afterPart(rest, move)).isEmpty();
      assertThat(afterPart(new Terms.Rest(Money.fen(228_050), TODAY.plusDays(30)), move)).isEmpty();
      for (Terms wrong :
          List.of(
              new Terms.Rest(Money.fen(228_049), due),
              new Terms.Rest(Money.fen(228_050), due.minusDays(1)),
              new Terms.Rest(Money.fen(228_050), TODAY.plusDays(31)))) {
        assertThat(afterPart(wrong, move)).as(wrong.toString()).containsExactly("LENDER-MANDATE");
      }
    }
    assertThat(afterPart(rest)).as("no part was spoken of").containsExactly("LENDER-MANDATE");
    assertThat(afterPart(rest, new Move.Confirm(new Terms.Full(OVERDUE, due))))
        .containsExactly("LENDER-MANDATE");
    Terms longAgo = new Terms.Partial(Money.fen(100_000), TODAY.minusDays(3), Money.fen(228_050));
    assertThat(
            afterPart(
                new Terms.Rest(Money.fen(228_050), TODAY.minusDays(1)), new Move.Confirm(longAgo)))
        .containsExactly("LENDER-MANDATE");
    assertThat(afterPart(new Terms.Rest(Money.fen(228_050), TODAY), new Move.Confirm(longAgo)))
        .isEmpty();
    Terms all = new Terms.Partial(OVERDUE, due, Money.fen(0));
    assertThat(afterPart(new Terms.Rest(Money.fen(0), due), new Move.Confirm(all)))
        .as("nothing is no rest")
        .containsExactly("LENDER-MANDATE");
  }

  /** A mandate in one currency says nothing of a debt in another. */
  @Test
  void aPlanInAnotherCurrencyThanTheMandateIsNotOffered() {
    Money dollars = new Money(328_050, Currency.getInstance("USD"));
    Dossier dossier =
        Samples.dossier(Samples.account(dollars), Samples.borrower(), Samples.mandate());
    Terms plan = new Terms.Instalments(Plan.monthly(dollars, 3, TODAY));
    assertThat(against(new Move.Offer(plan), dossier, true)).containsExactly("LENDER-MANDATE");
  }

  /** Whoever guessed too often is asked no more, and may still be asked everything else. */
  @Test
  void theProofIsNotAskedForAgainWhereItFailedTooOften() {
    CaseEvent failed = new CaseEvent.ProofFailed(Samples.NOW, state(false).conversation());
    Dossier spent = Samples.dossier(failed, failed, failed, failed);
    Dossier nearly = Samples.dossier(failed, failed, failed);
    Move proof = new Move.Ask(Question.VERIFICATION);
    assertThat(against(proof, spent, false)).containsExactly("LENDER-MANDATE");
    assertThat(against(proof, nearly, false)).isEmpty();
    assertThat(against(new Move.Ask(Question.CALLBACK), spent, false)).isEmpty();
    assertThat(against(new Move.Identify(), spent, false)).isEmpty();
  }

  @Test
  void moreTimeWithinTheExtensionDays() {
    within(new Terms.Extension(OVERDUE, TODAY.plusDays(14)));
    outside(new Terms.Extension(OVERDUE, TODAY.plusDays(15)));
    outside(new Terms.Extension(OVERDUE, TODAY.minusDays(1)));
    outside(new Terms.Extension(Money.fen(1), TODAY.plusDays(1)));
    Dossier none =
        Samples.dossier(
            Samples.account(), Samples.borrower(), Samples.mandate(30, 0, 12, Money.fen(1), "0"));
    assertThat(against(new Move.Offer(new Terms.Extension(OVERDUE, TODAY)), none, true))
        .containsExactly("LENDER-MANDATE");
  }

  @Test
  void plansWithinTheMandateAndNoInstalmentTooSmallOrPast() {
    within(plan(12, TODAY));
    outside(plan(13, TODAY));
    outside(plan(2, TODAY.minusDays(1)));
    outside(new Terms.Instalments(Plan.monthly(OVERDUE.plus(Money.fen(2)), 2, TODAY)));
    Plan tiny =
        new Plan(
            OVERDUE,
            List.of(
                new Plan.Instalment(1, Money.fen(19_999), TODAY),
                new Plan.Instalment(2, OVERDUE.minus(Money.fen(19_999)), TODAY.plusDays(30))));
    outside(new Terms.Instalments(tiny));
    Plan backwards =
        new Plan(
            OVERDUE,
            List.of(
                new Plan.Instalment(1, Money.fen(100_000), TODAY.plusDays(30)),
                new Plan.Instalment(2, Money.fen(228_050), TODAY.plusDays(1))));
    outside(new Terms.Instalments(backwards));
  }

  private static Terms plan(int count, LocalDate first) {
    return new Terms.Instalments(Plan.monthly(OVERDUE, count, first));
  }

  @Test
  void theLawMayBoundAPlanCloserThanTheLender() {
    Guard strict =
        new Guard(SampleLaw.bookWith(SampleLaw.rule("CN-SHORT", new StandingForm.PlanBound(3))));
    assertThat(
            strict.against(
                new Move.Offer(plan(4, TODAY)), Samples.dossier(), state(true), Samples.NOW))
        .extracting(RuleId::id)
        .containsExactly("CN-SHORT");
    assertThat(
            strict.against(
                new Move.Offer(plan(3, TODAY)), Samples.dossier(), state(true), Samples.NOW))
        .isEmpty();
  }

  /** A reduction that adds to the debt would raise its price. */
  @Test
  void aReductionOnlyEverLowers() {
    within(reduction(32_805));
    outside(reduction(32_806));
    outside(reduction(-100));
    outside(reduction(0));
    outside(new Terms.Reduction(OVERDUE, Money.fen(100), TODAY));
    outside(new Terms.Reduction(OVERDUE.minus(Money.fen(100)), Money.fen(100), TODAY.minusDays(1)));
    outside(new Terms.Reduction(OVERDUE.minus(Money.fen(100)), Money.fen(100), TODAY.plusDays(31)));
  }

  private static Terms reduction(long waived) {
    return new Terms.Reduction(
        OVERDUE.minus(Money.fen(waived)), Money.fen(waived), TODAY.plusDays(7));
  }

  @Test
  void whoIsNotVerifiedIsToldAndAskedNothingOfADebt() {
    for (Move move :
        List.of(
            new Move.Inform("account"),
            new Move.Ask(Question.WHEN),
            new Move.Ask(Question.REASON),
            new Move.Ask(Question.PAID_WHEN),
            new Move.Ask(Question.DISPUTE),
            new Move.Offer(new Terms.Full(OVERDUE, TODAY)),
            new Move.Confirm(new Terms.Full(OVERDUE, TODAY)))) {
      assertThat(against(move, Samples.dossier(), false)).as(move.id()).contains("CN-RIGHT-PARTY");
      assertThat(against(move, Samples.dossier(), true)).as(move.id()).isEmpty();
    }
    for (Move move :
        List.of(
            new Move.Identify(),
            new Move.Ask(Question.IDENTITY),
            new Move.Ask(Question.VERIFICATION),
            new Move.Ask(Question.CALLBACK),
            new Move.Confirm(new Terms.Callback(Samples.LOCAL_NOW.plusHours(2))),
            new Move.HandOver(HandoverReason.REQUESTED),
            new Move.Acknowledge("noted"),
            new Move.Repeat(),
            new Move.Clarify(),
            new Move.Wait(),
            new Move.Close(Disposition.CALLBACK))) {
      assertThat(against(move, Samples.dossier(), false)).as(move.id()).isEmpty();
    }
  }

  private static Dossier acknowledgedOn(LocalDate day, LocalDate due) {
    Account account = Samples.account();
    Account old =
        new Account(
            account.id(),
            account.tail(),
            account.lender(),
            account.product(),
            account.contractDate(),
            account.principal(),
            account.balance(),
            account.overdue(),
            account.minimum(),
            due,
            account.contractRate(),
            account.overdueRate(),
            new Account.LegalFacts(true, TODAY, day, false, null),
            account.asOf());
    return Samples.dossier(old, Samples.borrower(), Samples.mandate());
  }

  @Test
  void afterTheLimitationPeriodNothingIsAskedFor() {
    LocalDate threeYears = TODAY.minusYears(3);
    Move ask = new Move.Ask(Question.WHEN);
    Dossier lastDay = acknowledgedOn(threeYears, threeYears);
    Dossier over = acknowledgedOn(threeYears.minusDays(1), threeYears.minusDays(1));
    Dossier renewed = acknowledgedOn(TODAY.minusYears(1), threeYears.minusDays(1));
    assertThat(against(ask, lastDay, true)).isEmpty();
    assertThat(GUARD.timeBarred(lastDay, Samples.NOW)).isFalse();
    assertThat(against(ask, over, true)).containsExactly("CN-LIMIT");
    assertThat(GUARD.timeBarred(over, Samples.NOW)).isTrue();
    assertThat(against(new Move.Inform("amount"), over, true)).isEmpty();
    assertThat(against(ask, renewed, true)).isEmpty();
  }

  @Test
  void underAHoldNothingIsAskedForByTheRuleThatSaysSo() {
    for (HoldKind kind :
        List.of(HoldKind.DISPUTE, HoldKind.DECEASED, HoldKind.DISTRESS, HoldKind.STOP)) {
      Dossier held =
          Samples.dossier(
              new CaseEvent.HoldPlaced(Samples.NOW, kind, Optional.empty(), Optional.empty()));
      assertThat(against(new Move.Ask(Question.WHEN), held, true)).containsExactly("CN-ASKING");
      assertThat(against(new Move.Ask(Question.CALLBACK), held, true)).isEmpty();
    }
    Dossier disputed = Samples.dossier(new CaseEvent.DisputeRaised(Samples.NOW));
    assertThat(against(new Move.Ask(Question.WHEN), disputed, true)).containsExactly("CN-ASKING");
    Dossier paid =
        Samples.dossier(
            new CaseEvent.HoldPlaced(
                Samples.NOW, HoldKind.PENDING_PAYMENT, Optional.empty(), Optional.empty()));
    assertThat(against(new Move.Ask(Question.WHEN), paid, true)).isEmpty();
    Guard otherHolds =
        new Guard(
            SampleLaw.book(SampleLaw.rule("CN-STOP", new RuleForm.HoldBar(Set.of(HoldKind.STOP)))));
    assertThat(otherHolds.against(new Move.Ask(Question.WHEN), disputed, state(true), Samples.NOW))
        .extracting(RuleId::id)
        .containsExactly("XX-HOLD");
    Dossier expired =
        Samples.dossier(
            new CaseEvent.HoldPlaced(
                Samples.NOW, HoldKind.DISPUTE, Optional.of(Samples.NOW), Optional.empty()));
    assertThat(against(new Move.Ask(Question.WHEN), expired, true)).isEmpty();
  }

  @Test
  void aConsequenceThatIsNotProvenIsNotEvenProposed() {
    Account account =
        Samples.with(Samples.account(), new Account.LegalFacts(false, null, TODAY, false, null));
    Move move = new Move.Inform("consequence_credit");
    assertThat(against(move, Samples.dossier(account, Samples.borrower(), Samples.mandate()), true))
        .containsExactly("CN-CREDIT");
    assertThat(against(move, Samples.dossier(), true)).isEmpty();
  }

  @Test
  void aDraftRemembersTheVerification() {
    StateDraft draft = state(false).draft();
    draft.mark(Mark.VERIFIED);
    assertThat(draft.isVerified()).isFalse();
    assertThat(state(true).verified()).isTrue();
  }
}
