package io.heyue.store.portfolio;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came in.
 *
 * @param reference the lender's own, unique on its account
 * @param paidAt when it was paid
 * @param importedAt when we learnt of it
 * @param reconciledAt when it was set against promises; empty until then
 */
public record PaymentRecord(
    UUID id,
    AccountId account,
    String reference,
    Money amount,
    Instant paidAt,
    Instant importedAt,
    Optional<Instant> reconciledAt) {}
