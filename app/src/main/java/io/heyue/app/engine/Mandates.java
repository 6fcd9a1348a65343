package io.heyue.app.engine;

import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Mandate;

/** What each lender lets us offer. Thread-safe. */
@FunctionalInterface
public interface Mandates {
  Mandate of(Account account);
}
