package io.heyue.core.understanding.entity;

import io.heyue.core.base.Money;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a mention of money out of a count. */
final class Sums {
  private Sums() {}

  /**
   * Of a vague sum the lower end is the value and the upper end an alternative: what can be counted
   * on comes first.
   *
   * @return null where the sum is too large for {@link Money}
   */
  static @Nullable Mention mention(
      Count count, Currency currency, int start, int end, boolean vague, double confidence) {
    Value.Sum low = sum(count.low(), currency);
    Value.Sum high = sum(count.high(), currency);
    if (low == null || high == null) {
      return null;
    }
    List<Value> others = low.equals(high) ? List.of() : List.of(high);
    return new Mention(
        EntityType.MONEY, start, end, low, others, vague || count.vague(), confidence);
  }

  private static Value.@Nullable Sum sum(BigDecimal amount, Currency currency) {
    BigDecimal rounded =
        amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    if (rounded.precision() > 18) {
      return null;
    }
    return new Value.Sum(Money.of(rounded, currency));
  }
}
