package io.heyue.app.engine;

import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Mandate;

/** What each lender lets us offer. Thread-safe. */
@FunctionalInterface
public interface Mandates {
  /** The mandate for an account, its texts in {@code lang}. */
  Mandate of(Account account, Lang lang);
}
