package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.CaseEvent.PromiseBroken;
import io.heyue.core.portfolio.CaseEvent.PromiseKept;
import io.heyue.core.portfolio.CaseEvent.PromisePartlyKept;
import io.heyue.core.portfolio.CaseEvent.PromiseReleased;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.portfolio.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises are held against the days on which money was paid. */
class SettlementTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final LocalDate FRIDAY = MONDAY.plusDays(4);
  private static final LocalDate NEXT_FRIDAY = FRIDAY.plusDays(7);
  private static final PromiseId ONE = PromiseId.draw(Rng.seeded(1));
  private static final PromiseId TWO = PromiseId.draw(Rng.seeded(2));
  private static final Money ALL = Money.fen(300_000);
  private static final Money THIRD = Money.fen(100_000);
  private static final Money REST = Money.fen(200_000);

  private final List<CaseEvent> events = new ArrayList<>(List.of(opened()));

  private static CaseEvent opened() {
    Rng rng = Rng.seeded(9);
    return new CaseEvent.CaseOpened(
        NOW,
        CaseId.draw(rng),
        PersonId.draw(rng),
        new Account(
            AccountId.draw(rng),
            "1234",
            new Lender("样例消费金融", Licence.CONSUMER_FINANCE, "CN"),
            "消费贷",
            Optional.of(MONDAY.minusYears(1)),
            Optional.of(Money.fen(1_000_000)),
            Optional.of(Money.fen(800_000)),
            ALL,
            Optional.of(ALL),
            MONDAY.minusDays(18),
            Rate.parse("0.18"),
            Rate.parse("0.24"),
            new Account.LegalFacts(true, null, null, false, null),
            Optional.empty()));
  }

  private void happened(CaseEvent event) {
    events.add(event);
  }

  private void promised(PromiseId id, Money amount, LocalDate due) {
    happened(new CaseEvent.PromiseMade(NOW, id, amount, due));
  }

  private void paid(Money amount, LocalDate on) {
    happened(new CaseEvent.PaymentPosted(NOW, "r" + events.size(), amount, on, Optional.empty()));
  }

  /** Judges on a day, and keeps what was found. */
  private List<CaseEvent> judged(LocalDate today) {
    List<CaseEvent> found = Settlement.of(events, today, 1, NOW);
    events.addAll(found);
    return found;
  }

  @Test
  void paidInTimeIsKeptHoweverLateItsFileComes() {
    promised(ONE, ALL, WEDNESDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseBroken(NOW, ONE));
    paid(ALL, WEDNESDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseKept(NOW, ONE));
    assertThat(judged(NEXT_FRIDAY)).isEmpty();
  }

  @Test
  void paidWithinTheDaysOfGraceIsKeptAndAfterThemIsNot() {
    promised(ONE, ALL, WEDNESDAY);
    paid(ALL, WEDNESDAY.plusDays(1));
    assertThat(judged(FRIDAY)).containsExactly(new PromiseKept(NOW, ONE));
    events.subList(1, events.size()).clear();
    promised(ONE, ALL, WEDNESDAY);
    paid(ALL, FRIDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseBroken(NOW, ONE));
  }

  @Test
  void paidTenDaysLateIsBrokenThoughItWasBookedBeforeAnybodyJudged() {
    promised(ONE, ALL, WEDNESDAY);
    paid(ALL, WEDNESDAY.plusDays(10));
    assertThat(judged(WEDNESDAY.plusDays(10))).containsExactly(new PromiseBroken(NOW, ONE));
  }

  @Test
  void partsOverSeveralDaysAddUp() {
    promised(ONE, ALL, FRIDAY);
    paid(THIRD, MONDAY);
    assertThat(judged(MONDAY)).isEmpty();
    paid(REST, FRIDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseKept(NOW, ONE));
  }

  @Test
  void onlyThePartThatWasInTimeCounts() {
    promised(ONE, ALL, WEDNESDAY);
    paid(THIRD, WEDNESDAY);
    paid(THIRD, FRIDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromisePartlyKept(NOW, ONE, THIRD));
    assertThat(judged(NEXT_FRIDAY)).isEmpty();
    paid(THIRD, MONDAY);
    assertThat(judged(NEXT_FRIDAY)).containsExactly(new PromisePartlyKept(NOW, ONE, REST));
  }

  @Test
  void aPaymentGoesToTheEarliestPromiseThatItWasInTimeFor() {
    promised(ONE, THIRD, WEDNESDAY);
    promised(TWO, REST, FRIDAY);
    paid(REST, FRIDAY);
    assertThat(judged(FRIDAY))
        .containsExactly(new PromiseKept(NOW, TWO), new PromiseBroken(NOW, ONE));
    paid(THIRD, WEDNESDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseKept(NOW, ONE));
  }

  @Test
  void onePaymentMayKeepTwoPromises() {
    promised(ONE, THIRD, WEDNESDAY);
    promised(TWO, REST, FRIDAY);
    paid(ALL, MONDAY);
    assertThat(judged(MONDAY))
        .containsExactly(new PromiseKept(NOW, ONE), new PromiseKept(NOW, TWO));
  }

  /** It had lowered what was owed, and so what was promised. */
  @Test
  void whatWasBookedBeforeAPromiseDoesNotCountTowardIt() {
    paid(THIRD, MONDAY);
    promised(ONE, REST, WEDNESDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseBroken(NOW, ONE));
  }

  /** The sum that was promised held it still. */
  @Test
  void whatWasPaidBeforeAPromiseAndBookedAfterItCounts() {
    promised(ONE, ALL, WEDNESDAY);
    paid(THIRD, MONDAY.minusDays(1));
    paid(REST, WEDNESDAY);
    assertThat(judged(WEDNESDAY)).containsExactly(new PromiseKept(NOW, ONE));
  }

  @Test
  void eachInstalmentIsJudgedByItsOwnDay() {
    Plan plan = Plan.monthly(ALL, 2, WEDNESDAY);
    happened(new CaseEvent.PlanAgreed(NOW, plan, List.of(ONE, TWO)));
    paid(plan.first().amount(), WEDNESDAY);
    assertThat(judged(WEDNESDAY)).containsExactly(new PromiseKept(NOW, ONE));
    LocalDate second = plan.last().due();
    paid(THIRD, second);
    assertThat(judged(second.plusDays(1))).isEmpty();
    assertThat(judged(second.plusDays(2))).containsExactly(new PromisePartlyKept(NOW, TWO, THIRD));
    paid(Money.fen(50_000), second.plusDays(1));
    assertThat(judged(second.plusDays(3))).containsExactly(new PromiseKept(NOW, TWO));
  }

  @Test
  void anInstalmentThatNobodyPaidIsBroken() {
    happened(new CaseEvent.PlanAgreed(NOW, Plan.monthly(ALL, 2, WEDNESDAY), List.of(ONE, TWO)));
    assertThat(judged(FRIDAY)).containsExactly(new PromiseBroken(NOW, ONE));
  }

  /** The file that proves the first kept leaves nothing that the second could be about. */
  @Test
  void aPromiseMadeInErrorIsReleasedOnceNothingIsDue() {
    promised(ONE, ALL, WEDNESDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseBroken(NOW, ONE));
    promised(TWO, ALL, NEXT_FRIDAY);
    paid(ALL, WEDNESDAY);
    assertThat(judged(FRIDAY))
        .containsExactly(new PromiseKept(NOW, ONE), new PromiseReleased(NOW, TWO));
  }

  @Test
  void aReductionIsKeptByWhatWasPayable() {
    happened(new CaseEvent.ReductionGranted(NOW, ONE, REST, THIRD, WEDNESDAY));
    paid(REST, WEDNESDAY);
    assertThat(judged(WEDNESDAY)).containsExactly(new PromiseKept(NOW, ONE));
  }

  @Test
  void aReductionThatWasPaidTooLateIsBroken() {
    happened(new CaseEvent.ReductionGranted(NOW, ONE, REST, THIRD, WEDNESDAY));
    paid(REST, FRIDAY);
    assertThat(judged(FRIDAY)).containsExactly(new PromiseBroken(NOW, ONE));
  }
}
