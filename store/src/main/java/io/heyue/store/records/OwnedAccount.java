package io.heyue.store.records;

import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Account;

/** An account and whose it is. */
public record OwnedAccount(Account account, PersonId person) {}
