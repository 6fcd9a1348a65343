package io.heyue.store.portfolio;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An account as the lender's files have it; what they leave out is empty.
 *
 * @param number the lender's own
 * @param lender empty where files and options name none
 * @param lenderPlace ISO 3166 code of the lender's seat
 * @param overdue the part that was due on {@code dueDate} and is unpaid
 * @param minimum least sum that ends the delinquency
 * @param creditReporting whether the lender reports to the credit registry
 * @param creditNotice day on which the borrower was told before reporting
 * @param lastDemand day of the last demand or acknowledgment
 */
public record AccountRecord(
    AccountId id,
    String number,
    String lender,
    Optional<String> lenderPlace,
    PersonId person,
    Optional<String> product,
    Optional<LocalDate> contractDate,
    Optional<Money> principal,
    Optional<Money> balance,
    Money overdue,
    Optional<Money> minimum,
    LocalDate dueDate,
    Optional<Rate> contractRate,
    Optional<Rate> overdueRate,
    Optional<Licence> licence,
    Optional<Boolean> creditReporting,
    Optional<LocalDate> creditNotice,
    Optional<LocalDate> lastDemand,
    Optional<Boolean> assigned,
    Optional<LocalDate> assignedNotice) {

  /** Days past due on {@code today}, at least 0. */
  public int daysPastDue(LocalDate today) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(dueDate, today));
  }
}
