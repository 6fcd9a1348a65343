package io.heyue.core.portfolio;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A loan or card that is overdue, as the lender's books have it. What they don't say stays empty:
 * no figure takes the place of another.
 *
 * @param id ours
 * @param tail the last four characters of the lender's number, fit to be shown
 * @param lender who the money is owed to
 * @param product the lender's word for it, such as 消费贷
 * @param contractDate day of the contract
 * @param principal sum lent
 * @param balance everything still owed
 * @param overdue the part that is due now and unpaid
 * @param minimum least sum that ends the delinquency
 * @param dueDate day on which {@code overdue} was due
 * @param contractRate agreed price
 * @param overdueRate agreed price of what is overdue
 * @param facts what the law asks before certain things may be said
 * @param asOf up to when payments are in these figures; empty where nobody noted it
 */
public record Account(
    AccountId id,
    String tail,
    Lender lender,
    String product,
    Optional<LocalDate> contractDate,
    Optional<Money> principal,
    Optional<Money> balance,
    Money overdue,
    Optional<Money> minimum,
    LocalDate dueDate,
    Rate contractRate,
    Rate overdueRate,
    LegalFacts facts,
    Optional<AsOf> asOf) {

  /** Days past due on {@code today}, at least 0. */
  public int daysPastDue(LocalDate today) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(dueDate, today));
  }

  /** The same account at {@code rate} where that is less; a price is never raised. */
  Account loweredTo(Rate rate) {
    return rate.compareTo(overdueRate) >= 0
        ? this
        : new Account(
            id,
            tail,
            lender,
            product,
            contractDate,
            principal,
            balance,
            overdue,
            minimum,
            dueDate,
            contractRate,
            rate,
            facts,
            asOf);
  }

  /** Whether a payment is in these figures already, so that it must not be taken off them again. */
  boolean includes(Case.Received payment) {
    return asOf.filter(moment -> moment.includes(payment.timing())).isPresent();
  }

  /** The same account after {@code paid} was booked; no sum falls below zero. */
  public Account after(Money paid) {
    Money zero = Money.zero(paid.currency());
    return new Account(
        id,
        tail,
        lender,
        product,
        contractDate,
        principal,
        balance.map(sum -> sum.minus(paid).max(zero)),
        overdue.minus(paid).max(zero),
        minimum.map(sum -> sum.minus(paid).max(zero)),
        dueDate,
        contractRate,
        overdueRate,
        facts,
        asOf);
  }

  /**
   * Up to when payments are in the figures of the books.
   *
   * @param moment the last at which a payment that was made is in them
   * @param told whether the lender said so; else it is the end of the day before the books came
   */
  public record AsOf(Instant moment, boolean told) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Where the lender said nothing, what came to us on a later day than the books is not in them,
     * whenever it was made: a transfer of Friday that was booked on Monday.
     */
    boolean includes(Case.Timing payment) {
      return !payment.paid().isAfter(moment) && (told || !payment.came().isAfter(moment.plus(DAY)));
    }
  }

  /**
   * What the law asks before certain things may be said. Null means unknown, and unknown refuses.
   *
   * @param creditReporting whether the lender reports to the credit registry
   * @param creditNotice day on which the borrower was told before reporting
   * @param lastDemandOrAcknowledgment day from which the limitation period runs
   * @param assigned whether the debt was assigned to somebody else
   * @param assignmentNotice day on which the borrower was told of the assignment
   */
  public record LegalFacts(
      @Nullable Boolean creditReporting,
      @Nullable LocalDate creditNotice,
      @Nullable LocalDate lastDemandOrAcknowledgment,
      @Nullable Boolean assigned,
      @Nullable LocalDate assignmentNotice) {}
}
