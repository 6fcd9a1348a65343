package io.heyue.core.portfolio;

import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import java.time.LocalDate;

/**
 * A promise to pay (PTP).
 *
 * @param amount what was promised
 * @param due the day by whose end it is to be paid, in the borrower's zone
 * @param madeOn the day on which it was made
 * @param paid what has been paid toward it
 * @param status where it stands
 */
public record Promise(
    PromiseId id, Money amount, LocalDate due, LocalDate madeOn, Money paid, Status status) {

  public static Promise open(PromiseId id, Money amount, LocalDate due, LocalDate madeOn) {
    return new Promise(id, amount, due, madeOn, Money.zero(amount.currency()), Status.OPEN);
  }

  public Promise with(Status status) {
    return new Promise(id, amount, due, madeOn, paid, status);
  }

  public Promise with(Money paid) {
    return new Promise(id, amount, due, madeOn, paid, status);
  }

  /** Where a promise stands. */
  public enum Status {
    OPEN,
    KEPT,
    PARTLY_KEPT,
    BROKEN,
    /** Taken back or replaced by a later agreement. */
    REPLACED
  }
}
