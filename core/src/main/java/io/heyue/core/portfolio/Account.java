package io.heyue.core.portfolio;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A loan or card that is overdue, as the lender's books have it.
 *
 * @param id ours
 * @param tail the last four characters of the lender's number, fit to be shown
 * @param lender who the money is owed to
 * @param product the lender's word for it, such as 消费贷
 * @param contractDate day of the contract
 * @param principal sum lent
 * @param balance everything still owed
 * @param overdue the part that is due now and unpaid
 * @param minimum least sum that ends the delinquency; equal to {@code overdue} where there is none
 * @param dueDate day on which {@code overdue} was due
 * @param contractRate agreed price
 * @param overdueRate agreed price of what is overdue
 * @param facts what the law asks before certain things may be said
 */
public record Account(
    AccountId id,
    String tail,
    Lender lender,
    String product,
    LocalDate contractDate,
    Money principal,
    Money balance,
    Money overdue,
    Money minimum,
    LocalDate dueDate,
    Rate contractRate,
    Rate overdueRate,
    LegalFacts facts) {

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
            facts);
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
        balance.minus(paid).max(zero),
        overdue.minus(paid).max(zero),
        minimum.minus(paid).max(zero),
        dueDate,
        contractRate,
        overdueRate,
        facts);
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
