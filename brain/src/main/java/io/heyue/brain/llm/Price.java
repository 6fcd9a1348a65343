package io.heyue.brain.llm;

import io.heyue.core.base.Check;
import java.math.BigDecimal;

/**
 * What a million tokens cost, in the currency in which the vendor bills.
 *
 * @param in there
 * @param out back
 */
public record Price(BigDecimal in, BigDecimal out) {
  /** A model of one's own. */
  public static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final double MILLION = 1e6;

  public Price {
    Check.that(in.signum() >= 0, "chat-model.price-in", in, "0 or more");
    Check.that(out.signum() >= 0, "chat-model.price-out", out, "0 or more");
  }

  /** What so many cost; near enough for a metric, not for a bill. */
  double of(long tokensIn, long tokensOut) {
    return (in.doubleValue() * tokensIn + out.doubleValue() * tokensOut) / MILLION;
  }
}
