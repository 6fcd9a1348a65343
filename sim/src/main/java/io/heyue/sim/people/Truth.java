package io.heyue.sim.people;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * How it really is with somebody, against which the outcome of a conversation is held.
 *
 * @param right dispositions that would be true
 * @param needed hand-overs that are not needless
 * @param amount what they will pay, where a promise is right
 * @param day when, where a promise is right
 * @param callback when they want to be contacted, where that is right
 * @param borrower whether it is the borrower who answers
 * @param pays whether they will do what they promise
 */
public record Truth(
    Set<Disposition> right,
    Set<HandoverReason> needed,
    Optional<Money> amount,
    Optional<LocalDate> day,
    Optional<ZonedDateTime> callback,
    boolean borrower,
    boolean pays) {
  public Truth {
    right = Set.copyOf(right);
    needed = Set.copyOf(needed);
  }
}
