package io.heyue.core.budget;

/** What the caps of the law count. */
public enum Counter {
  /** Every try, whatever came of it. */
  ATTEMPTS,
  /** Contacts in which the right party was reached; when unsure it was. */
  EFFECTIVE
}
