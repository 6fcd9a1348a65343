package io.heyue.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.samples.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseTest {
  private static final Instant NOW = Samples.NOW;
  private static final LocalDate FRIDAY = Samples.TODAY.plusDays(4);
  private static final LocalDate MONDAY = Samples.TODAY.plusDays(7);
  private static final PromiseId ONE = PromiseId.draw(Rng.seeded(101));
  private static final PromiseId TWO = PromiseId.draw(Rng.seeded(102));
  private static final PromiseId THREE = PromiseId.draw(Rng.seeded(103));

  private static CaseEvent promise(PromiseId id, long fen, LocalDate due) {
    return new CaseEvent.PromiseMade(NOW, id, Money.fen(fen), due);
  }

  private static Promise.Status status(Case matter, PromiseId id) {
    return matter.promises().stream()
        .filter(promise -> promise.id().equals(id))
        .findFirst()
        .orElseThrow()
        .status();
  }

  @Test
  void foldingAtOnceEqualsFoldingStepByStep() {
    for (int seed = 0; seed < 200; seed++) {
      List<CaseEvent> events = RandomEvents.drawn(Rng.seeded(seed), 40);
      Case stepwise = Case.opened((CaseEvent.CaseOpened) events.getFirst());
      for (CaseEvent event : events.subList(1, events.size())) {
        Case before = stepwise;
        stepwise = stepwise.after(event);
        assertThat(stepwise.version()).isEqualTo(before.version() + 1);
      }
      assertThat(Case.fold(events)).isEqualTo(stepwise);
      assertThat(stepwise.version()).isEqualTo(events.size());
      assertThat(stepwise.account().overdue().lessThan(Money.fen(0))).isFalse();
    }
  }

  @Test
  void everyKindOfEventIsFolded() {
    assertThat(RandomEvents.kinds())
        .containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
  }

  @Test
  void beginsWithItsOpeningAndOnlyOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> Case.fold(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Case.fold(List.of(new CaseEvent.DisputeRaised(NOW))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.matter(Samples.opened(Samples.account())));
  }

  @Test
  void aLaterPromiseForLessAddsToAnEarlierOne() {
    Case matter = Samples.matter(promise(ONE, 200_000, FRIDAY), promise(TWO, 128_050, MONDAY));
    assertThat(matter.openPromises())
        .extracting(Promise::id, Promise::due)
        .containsExactly(tuple(ONE, FRIDAY), tuple(TWO, MONDAY));
  }

  /** Who moves everything from Friday to Monday has broken nothing on Friday. */
  @Test
  void aPromiseThatWasMovedBackIsReplaced() {
    Case matter = Samples.matter(promise(ONE, 328_050, FRIDAY), promise(TWO, 328_050, MONDAY));
    assertThat(status(matter, ONE)).isEqualTo(Promise.Status.REPLACED);
    assertThat(status(matter, TWO)).isEqualTo(Promise.Status.OPEN);
  }

  @Test
  void aPromiseThatWasMovedForwardIsReplaced() {
    Case matter = Samples.matter(promise(ONE, 100_000, MONDAY), promise(TWO, 100_000, FRIDAY));
    assertThat(status(matter, ONE)).isEqualTo(Promise.Status.REPLACED);
    assertThat(matter.openPromises()).extracting(Promise::id).containsExactly(TWO);
  }

  @Test
  void plansExtensionsAndReductionsReplaceWhatIsOpen() {
    Plan plan = Plan.monthly(Samples.OVERDUE, 2, MONDAY);
    Case planned =
        Samples.matter(
            promise(ONE, 1000, FRIDAY), new CaseEvent.PlanAgreed(NOW, plan, List.of(TWO, THREE)));
    assertThat(status(planned, ONE)).isEqualTo(Promise.Status.REPLACED);
    assertThat(planned.plan()).contains(plan);
    assertThat(planned.openPromises()).extracting(Promise::id).containsExactly(TWO, THREE);
    Case extended =
        Samples.matter(
            promise(ONE, 1000, FRIDAY),
            new CaseEvent.ExtensionGranted(NOW, TWO, Samples.OVERDUE, MONDAY));
    assertThat(extended.openPromises()).extracting(Promise::id).containsExactly(TWO);
    Case reduced =
        Samples.matter(
            promise(ONE, 1000, FRIDAY),
            new CaseEvent.ReductionGranted(
                NOW, TWO, Money.fen(300_000), Money.fen(28_050), MONDAY));
    assertThat(reduced.openPromises()).extracting(Promise::id).containsExactly(TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CaseEvent.PlanAgreed(NOW, plan, List.of(TWO)));
  }

  @Test
  void keptBrokenAndPartlyKeptAreToldApart() {
    Case matter =
        Samples.matter(
            promise(ONE, 100_000, FRIDAY),
            new CaseEvent.PromiseBroken(NOW, ONE),
            promise(TWO, 100_000, MONDAY),
            new CaseEvent.PromisePartlyKept(NOW, TWO, Money.fen(40_000)),
            promise(THREE, 100_000, MONDAY),
            new CaseEvent.PromiseKept(NOW, THREE));
    assertThat(matter.promises())
        .extracting(Promise::status, Promise::paid)
        .containsExactly(
            tuple(Promise.Status.BROKEN, Money.fen(0)),
            tuple(Promise.Status.PARTLY_KEPT, Money.fen(40_000)),
            tuple(Promise.Status.KEPT, Money.fen(100_000)));
    assertThat(matter.tallies().broken()).isEqualTo(1);
    assertThat(matter.tallies().kept()).isEqualTo(1);
    assertThat(matter.openPromises()).isEmpty();
  }

  /** A file that came late proves that it was paid in time. */
  @Test
  void aBrokenPromiseThatTurnsOutToBeKeptIsBrokenNoMore() {
    Case broken =
        Samples.matter(promise(ONE, 100_000, FRIDAY), new CaseEvent.PromiseBroken(NOW, ONE));
    Case partly = broken.after(new CaseEvent.PromisePartlyKept(NOW, ONE, Money.fen(400)));
    assertThat(partly.tallies().broken()).isZero();
    Case kept = broken.after(new CaseEvent.PromiseKept(NOW, ONE));
    assertThat(status(kept, ONE)).isEqualTo(Promise.Status.KEPT);
    assertThat(kept.tallies().broken()).isZero();
    assertThat(kept.tallies().kept()).isEqualTo(1);
  }

  @Test
  void aReleasedPromiseIsNeitherKeptNorBroken() {
    Case matter =
        Samples.matter(promise(ONE, 100_000, FRIDAY), new CaseEvent.PromiseReleased(NOW, ONE));
    assertThat(matter.openPromises()).isEmpty();
    assertThat(matter.tallies().kept()).isZero();
    assertThat(matter.tallies().broken()).isZero();
  }

  private static Case reduced() {
    return Samples.matter(
        new CaseEvent.ReductionGranted(NOW, ONE, Money.fen(295_245), Money.fen(32_805), FRIDAY),
        new CaseEvent.PaymentPosted(NOW, "r1", Money.fen(295_245), FRIDAY, Optional.empty()));
  }

  @Test
  void whatIsWaivedIsOwedUntilThePromiseIsKeptAndNeverAfter() {
    Case paid = reduced();
    assertThat(paid.account().overdue()).isEqualTo(Money.fen(32_805));
    Case kept = paid.after(new CaseEvent.PromiseKept(NOW, ONE));
    assertThat(kept.account().overdue()).isEqualTo(Money.fen(0));
    assertThat(kept.account().balance()).contains(Money.fen(1_000_000));
    assertThat(kept.after(new CaseEvent.PromiseKept(NOW, ONE)).account()).isEqualTo(kept.account());
    assertThat(paid.after(new CaseEvent.PromiseBroken(NOW, ONE)).account().overdue())
        .isEqualTo(Money.fen(32_805));
  }

  /** The lender's books may go on holding what it gave up; they are not asked for it again. */
  @Test
  void booksThatStillHoldWhatWasWaivedDontBringItBack() {
    Case kept =
        reduced().after(List.of(new CaseEvent.PromiseKept(NOW, ONE), new CaseEvent.Cured(NOW)));
    Case again = kept.after(new CaseEvent.AccountChanged(NOW, Samples.account(Money.fen(32_805))));
    assertThat(again.account().overdue()).isEqualTo(Money.fen(0));
    assertThat(again.cured()).isTrue();
  }

  @Test
  void paymentsLowerWhatIsOwedButNeverBelowNothing() {
    Case part =
        Samples.matter(
            new CaseEvent.PaymentPosted(
                NOW, "r1", Money.fen(100_000), Samples.TODAY, Optional.empty()));
    assertThat(part.account().overdue()).isEqualTo(Money.fen(228_050));
    assertThat(part.account().balance()).contains(Money.fen(1_228_050));
    assertThat(part.tallies().partialPayments()).isEqualTo(1);
    Case all =
        part.after(
            new CaseEvent.PaymentPosted(
                NOW, "r2", Money.fen(9_000_000), Samples.TODAY, Optional.empty()));
    assertThat(all.account().overdue()).isEqualTo(Money.fen(0));
    assertThat(all.account().balance()).contains(Money.fen(0));
    assertThat(all.paid()).isEqualTo(Money.fen(9_100_000));
    assertThat(all.tallies().partialPayments()).isEqualTo(1);
  }

  @Test
  void aClaimedPaymentIsAwaitedAsLongAsWasSaid() {
    Instant end = NOW.plus(Duration.ofDays(5));
    Case matter =
        Samples.matter(new CaseEvent.PaymentClaimed(NOW, Optional.empty(), Optional.of(end)));
    assertThat(matter.holdsAt(NOW)).containsExactly(HoldKind.PENDING_PAYMENT);
    assertThat(matter.holdsAt(end.minusNanos(1))).containsExactly(HoldKind.PENDING_PAYMENT);
    assertThat(matter.holdsAt(end)).isEmpty();
    assertThat(
            matter
                .after(
                    new CaseEvent.PaymentPosted(
                        NOW, "r", Money.fen(1), Samples.TODAY, Optional.empty()))
                .holdsAt(NOW))
        .isEmpty();
  }

  @Test
  void aClaimedPaymentWithoutAnEndIsAwaitedUntilAPersonEndsIt() {
    Case matter =
        Samples.matter(new CaseEvent.PaymentClaimed(NOW, Optional.empty(), Optional.empty()));
    Instant muchLater = NOW.plus(Duration.ofDays(4000));
    assertThat(matter.holdsAt(muchLater)).containsExactly(HoldKind.PENDING_PAYMENT);
  }

  @Test
  void otherHoldsStandUntilTheyAreLifted() {
    Case matter =
        Samples.matter(new CaseEvent.StopRequested(NOW), new CaseEvent.DisputeRaised(NOW));
    Instant muchLater = NOW.plus(Duration.ofDays(4000));
    assertThat(matter.holdsAt(muchLater)).containsExactly(HoldKind.DISPUTE, HoldKind.STOP);
    assertThat(matter.after(new CaseEvent.HoldLifted(NOW, HoldKind.STOP)).holdsAt(muchLater))
        .containsExactly(HoldKind.DISPUTE);
  }

  @Test
  void newBooksEndTheHoldOfAPaymentAndACureThatIsNoneAnyMore() {
    Case matter =
        Samples.matter(
            new CaseEvent.HoldPlaced(NOW, HoldKind.PAID, Optional.empty(), Optional.empty()),
            new CaseEvent.Cured(NOW));
    assertThat(matter.cured()).isTrue();
    assertThat(matter.holdsAt(NOW)).containsExactly(HoldKind.PAID);
    Case again = matter.after(new CaseEvent.AccountChanged(NOW, Samples.account()));
    assertThat(again.cured()).isFalse();
    assertThat(again.holdsAt(NOW)).isEmpty();
    Case settled = matter.after(new CaseEvent.AccountChanged(NOW, Samples.account(Money.fen(0))));
    assertThat(settled.cured()).isTrue();
  }

  @Test
  void aRateOnceLoweredStaysLowWhateverTheBooksSay() {
    Rate before = Samples.account().overdueRate();
    Rate lower = before.loweredTo(new BigDecimal("0.8"));
    Case matter = Samples.matter(new CaseEvent.OverdueRateLowered(NOW, before, lower));
    assertThat(matter.account().overdueRate()).isEqualTo(lower);
    Case again = matter.after(new CaseEvent.AccountChanged(NOW, Samples.account()));
    assertThat(again.account().overdueRate()).isEqualTo(lower);
    assertThat(again.account().contractRate()).isEqualTo(Samples.account().contractRate());
    Rate lowest = before.loweredTo(new BigDecimal("0.5"));
    assertThat(
            again
                .after(new CaseEvent.OverdueRateLowered(NOW, lower, lowest))
                .account()
                .overdueRate())
        .isEqualTo(lowest);
    assertThatThrownBy(() -> new CaseEvent.OverdueRateLowered(NOW, lower, before))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsTriesAndAnswers() {
    Case matter = Samples.matter();
    CaseEvent reserved = RandomEvents.reserved(Rng.seeded(1));
    Case tried = matter.after(reserved).after(reserved);
    assertThat(tried.tallies().attempts()).isEqualTo(2);
    assertThat(tried.tallies().unanswered()).isEqualTo(2);
    Case answered =
        tried.after(new CaseEvent.ContactMade(NOW, RandomEvents.CONVERSATION, Channel.CHAT));
    assertThat(answered.tallies().attempts()).isEqualTo(2);
    assertThat(answered.tallies().unanswered()).isZero();
  }

  @Test
  void aCallbackEndsWithTheConversationThatKeptIt() {
    Instant later = NOW.plus(Duration.ofHours(5));
    Case matter = Samples.matter(new CaseEvent.CallbackAgreed(NOW, later));
    CaseEvent endedNow = ended(NOW);
    assertThat(matter.after(endedNow).callback()).contains(later);
    assertThat(matter.after(ended(later)).callback()).isEmpty();
    assertThat(matter.after(endedNow).lastDisposition()).contains(Disposition.CALLBACK);
  }

  private static CaseEvent ended(Instant at) {
    return new CaseEvent.ConversationEnded(
        at, RandomEvents.CONVERSATION, Disposition.CALLBACK, true);
  }

  @Test
  void daysPastDueNeverFallBelowNothing() {
    Account account = Samples.account();
    assertThat(account.daysPastDue(Samples.TODAY)).isEqualTo(18);
    assertThat(account.daysPastDue(account.dueDate())).isZero();
    assertThat(account.daysPastDue(account.dueDate().minusDays(3))).isZero();
  }
}
