package io.heyue.core.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A sum in one currency, held in its smallest unit (fen, cents), so that no sum is ever rounded by
 * accident.
 *
 * <p>Immutable and thread-safe. Sums of different currencies can't be added or compared; trying to
 * is a programmer's fault and throws.
 *
 * @param minor the sum in the currency's smallest unit; negative sums are allowed (a correction)
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public static final Currency CNY = Currency.getInstance("CNY");

  /** A sum of {@code minor} fen. */
  public static Money fen(long minor) {
    return new Money(minor, CNY);
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads a decimal such as {@code 3280.50}.
   *
   * @throws IllegalArgumentException if it is no decimal, or has more places than the currency
   */
  public static Money parse(String decimal, Currency currency) {
    try {
      return of(new BigDecimal(decimal.strip()), currency);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Sum '" + decimal + "' is not a decimal. Maybe it has a thousands separator or a sign.",
          e);
    }
  }

  /**
   * A sum from its decimal value.
   *
   * @throws IllegalArgumentException if {@code decimal} has more places than the currency
   */
  public static Money of(BigDecimal decimal, Currency currency) {
    try {
      long minor = decimal.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
      return new Money(minor, currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "Sum "
              + decimal
              + " does not fit "
              + currency
              + ". Maybe it has too many decimal places or is too large.",
          e);
    }
  }

  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  /** This sum times a factor, rounded half up to the smallest unit. */
  public Money times(BigDecimal factor) {
    long scaled =
        BigDecimal.valueOf(minor)
            .multiply(factor)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Money(scaled, currency);
  }

  /**
   * Splits this sum into {@code parts} equal sums; what doesn't divide stands in the last one, so
   * that they add up to this sum exactly.
   *
   * @param parts at least 1
   */
  public List<Money> split(int parts) {
    Check.that(parts >= 1, "parts", parts, "at least 1");
    long each = minor / parts;
    List<Money> sums = new ArrayList<>(parts);
    for (int i = 1; i < parts; i++) {
      sums.add(new Money(each, currency));
    }
    sums.add(new Money(minor - each * (parts - 1), currency));
    return List.copyOf(sums);
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean lessThan(Money other) {
    return compareTo(other) < 0;
  }

  public boolean atLeast(Money other) {
    return compareTo(other) >= 0;
  }

  public Money min(Money other) {
    return lessThan(other) ? this : other;
  }

  public Money max(Money other) {
    return lessThan(other) ? other : this;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  /** For people who read a log: {@code CNY 3280.50}. */
  @Override
  public String toString() {
    return currency + " " + decimal().toPlainString();
  }

  private Money same(Money other) {
    Check.that(
        currency.equals(other.currency), "currency", other.currency, "the same as " + currency);
    return other;
  }
}
