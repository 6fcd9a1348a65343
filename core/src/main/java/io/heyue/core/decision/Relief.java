package io.heyue.core.decision;

import io.heyue.core.base.Check;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import java.math.BigDecimal;

/**
 * A concession. One that would cost the borrower more than the contract can't be made: each factory
 * refuses it.
 */
public sealed interface Relief {

  /** The overdue rate lowered. */
  final class LowerRate implements Relief {
    private final Rate before;
    private final Rate after;

    private LowerRate(Rate before, Rate after) {
      this.before = before;
      this.after = after;
    }

    public Rate before() {
      return before;
    }

    public Rate after() {
      return after;
    }
  }

  /** Part of what is owed waived. */
  final class Waiver implements Relief {
    private final Money waived;

    private Waiver(Money waived) {
      this.waived = waived;
    }

    public Money waived() {
      return waived;
    }
  }

  /**
   * Lowers {@code rate} to a share of itself.
   *
   * @param factor 0 to 1
   * @throws IllegalArgumentException if it would raise the rate
   */
  static Relief rateTimes(Rate rate, BigDecimal factor) {
    return new LowerRate(rate, rate.loweredTo(factor));
  }

  /**
   * Waives a sum.
   *
   * @param waived 0 to {@code owed}
   */
  static Relief waive(Money owed, Money waived) {
    Check.that(
        !waived.lessThan(Money.zero(owed.currency())) && owed.atLeast(waived),
        "waived",
        waived,
        "from nothing to what is owed");
    return new Waiver(waived);
  }
}
