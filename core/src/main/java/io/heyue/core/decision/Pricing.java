package io.heyue.core.decision;

import io.heyue.core.base.Rate;
import java.util.Optional;

/** The lender's rules by which a price may be lowered. Thread-safe. */
@FunctionalInterface
public interface Pricing {

  /** The relief that an account gets; empty where no rule grants one. */
  Optional<Relief> relief(int daysPastDue, int partialPayments, Rate overdueRate);

  /** No rule at all. */
  static Pricing none() {
    return (_, _, _) -> Optional.empty();
  }
}
