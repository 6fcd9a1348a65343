package io.heyue.core.portfolio;

import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A promise to pay (PTP).
 *
 * @param amount what was promised
 * @param due the day by whose end it is to be paid, in the borrower's zone
 * @param madeOn the day on which it was made
 * @param paid what has been paid toward it
 * @param status where it stands
 * @param waiver what is waived once it is kept; empty where nothing is
 */
public record Promise(
    PromiseId id,
    Money amount,
    LocalDate due,
    LocalDate madeOn,
    Money paid,
    Status status,
    Optional<Waiver> waiver) {

  /**
   * Part of a debt that the lender gives up for a promise that is kept.
   *
   * @param dueDate day on which the debt was due of which it is a part, by which later books are
   *     known to speak of the same debt
   */
  public record Waiver(Money sum, LocalDate dueDate) {}

  public static Promise open(PromiseId id, Money amount, LocalDate due, LocalDate madeOn) {
    return new Promise(
        id, amount, due, madeOn, Money.zero(amount.currency()), Status.OPEN, Optional.empty());
  }

  public Promise with(Status status) {
    return new Promise(id, amount, due, madeOn, paid, status, waiver);
  }

  public Promise with(Money paid) {
    return new Promise(id, amount, due, madeOn, paid, status, waiver);
  }

  public Promise with(Waiver waiver) {
    return new Promise(id, amount, due, madeOn, paid, status, Optional.of(waiver));
  }

  /** Where a promise stands. */
  public enum Status {
    OPEN,
    KEPT,
    PARTLY_KEPT,
    BROKEN,
    /** Replaced by a later agreement, or nothing is left that it could be about. */
    REPLACED
  }
}
