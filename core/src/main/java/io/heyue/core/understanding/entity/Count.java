package io.heyue.core.understanding.entity;

import java.math.BigDecimal;

/**
 * A number as it was said: exact, or from {@code low} to {@code high}.
 *
 * @param low the number, or the least that the words allow (五六百: 500)
 * @param high the same, or the most that the words allow (600)
 * @param vague whether the words leave it open (几百, 三千多, 千把)
 * @param form how it was written
 * @param unit the factor of the last unit word, 1 if there is none (三十万: 100000)
 * @param myriad the part of {@code unit} that is 万 or 亿
 */
record Count(
    BigDecimal low, BigDecimal high, boolean vague, Form form, BigDecimal unit, BigDecimal myriad) {

  /** How a number was written. */
  enum Form {
    /** Western digits alone: 2300. */
    WESTERN,
    /** Chinese digits in a row: 二零二六, 幺三八. */
    ROW,
    /** A single Chinese digit. */
    DIGIT,
    /** With unit words, also mixed ones: 两千三, 1万2, 5k. */
    UNITS
  }

  static Count of(long number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    return new Count(exact, exact, false, Form.WESTERN, BigDecimal.ONE, BigDecimal.ONE);
  }

  boolean isRange() {
    return low.compareTo(high) != 0;
  }

  boolean isWhole() {
    return low.stripTrailingZeros().scale() <= 0;
  }

  /** Whether this is one whole number from {@code least} to {@code most}. */
  boolean within(int least, int most) {
    return isWhole()
        && low.compareTo(BigDecimal.valueOf(least)) >= 0
        && low.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  int toInt() {
    return low.intValue();
  }

  Count times(BigDecimal factor) {
    return new Count(
        low.multiply(factor), high.multiply(factor), vague, form, unit.multiply(factor), myriad);
  }

  Count upTo(Count most) {
    return new Count(low, most.high, true, most.form, most.unit, most.myriad);
  }
}
