package io.heyue.store.records;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that came in for an account, as the lender told us.
 *
 * @param paidAt when it was paid, by the lender
 * @param importedAt when we were told
 */
public record Payment(
    UUID id,
    AccountId account,
    String reference,
    Money amount,
    Instant paidAt,
    Instant importedAt) {}
