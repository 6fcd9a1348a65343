package io.heyue.core.reply;

/** The places in a phrase that facts fill. */
public enum Placeholder {
  NAME,
  LENDER,
  SPEAKER,
  HOTLINE,
  SITE,
  CODE,
  PAY_AT,
  HELP_LINE,
  PRODUCT,
  TAIL,
  OVERDUE,
  BALANCE,
  PRINCIPAL,
  MINIMUM,
  DUE_DATE,
  DAYS,
  CONTRACT_RATE,
  OVERDUE_RATE,
  PAID,
  /** Everything that was paid since the case opened, with days and sums. */
  PAYMENTS,
  /** Within how many days a dispute is answered. */
  ANSWER_DAYS,
  /** The last day on which the complaint that stands is answered. */
  ANSWER_BY,
  /** The sum of the terms on the table. */
  AMOUNT,
  /** The day of the terms on the table. */
  DATE,
  /** What stays owed after a partial payment. */
  REST,
  /** What is waived. */
  WAIVED,
  /** Number of instalments. */
  COUNT,
  /** The sum of each instalment but the last. */
  EACH,
  LAST_AMOUNT,
  LAST_DATE,
  /** Every instalment with its day and sum. */
  SCHEDULE,
  /** Every promise of the case that stands, with its day and sum and what is waived for it. */
  AGREEMENT,
  /** When we come back. */
  WHEN,
  /** The latest day that can be agreed. */
  LATEST,
  /** The link to the person's page. */
  LINK;

  /** Whether the books or the case may leave it out; a phrase must then have words for both. */
  public boolean mayBeUnknown() {
    return this == BALANCE || this == PRINCIPAL || this == MINIMUM || this == ANSWER_BY;
  }
}
