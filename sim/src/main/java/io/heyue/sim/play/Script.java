package io.heyue.sim.play;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Lender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A written borrower.
 *
 * @param now when the conversation begins
 * @param lines what the person says, one a turn; an empty one is silence
 */
record Script(
    Loan account,
    Who borrower,
    List<Payment> payments,
    Limits mandate,
    OffsetDateTime now,
    Lang lang,
    List<String> lines) {
  Script {
    payments = List.copyOf(payments);
    lines = List.copyOf(lines);
  }

  /** The account, as the lender's books have it; what the script doesn't name, they don't say. */
  record Loan(
      Lender lender,
      String product,
      String tail,
      Optional<LocalDate> contractDate,
      Optional<Money> principal,
      Optional<Money> balance,
      Money overdue,
      Optional<Money> minimum,
      LocalDate dueDate,
      Rate contractRate,
      Rate overdueRate,
      Account.LegalFacts facts) {}

  /** The person. */
  record Who(
      String name,
      String identityNumber,
      @Nullable String place,
      @Nullable ZoneId zone,
      Optional<Integer> payDay) {
    @Override
    public String toString() {
      return "Who[***]";
    }
  }

  /** A payment that was booked before. */
  record Payment(Money amount, LocalDate on) {}

  /** What differs from the lender's usual mandate. */
  record Limits(
      Optional<Integer> promiseWithinDays,
      Optional<Integer> extensionDays,
      Optional<Integer> instalments,
      Optional<BigDecimal> leastInstalment,
      Optional<BigDecimal> reduction) {}
}
