package io.heyue.core.base;

import java.math.BigDecimal;

/**
 * A price of money: a fraction a year. 24 % a year is {@code 0.24}.
 *
 * @param perYear 0 or more
 */
public record Rate(BigDecimal perYear) implements Comparable<Rate> {
  public Rate {
    Check.that(perYear.signum() >= 0, "rate", perYear, "0 or more");
  }

  public static Rate parse(String perYear) {
    return new Rate(new BigDecimal(perYear));
  }

  /**
   * This rate lowered to a share of itself. There is no method that raises one.
   *
   * @param factor 0 to 1
   */
  public Rate loweredTo(BigDecimal factor) {
    Check.that(
        factor.signum() >= 0 && factor.compareTo(BigDecimal.ONE) <= 0,
        "factor",
        factor,
        "from 0 to 1, since a price can only be lowered");
    return new Rate(perYear.multiply(factor));
  }

  @Override
  public int compareTo(Rate other) {
    return perYear.compareTo(other.perYear);
  }
}
