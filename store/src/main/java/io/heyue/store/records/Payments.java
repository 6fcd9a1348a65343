package io.heyue.store.records;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Money;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** The payments that were imported. Stateless. */
public final class Payments {
  /**
   * Payments that nobody took note of, the oldest first; nobody else's until the transaction ends.
   */
  public List<Payment> claim(Sql sql, int limit) {
    return sql.list(
        """
        select id, account_id, reference, amount, currency, paid_at from payment
        where reconciled_at is null order by paid_at, id limit ? for update skip locked
        """,
        row ->
            new Payment(
                row.uuid("id"),
                new AccountId(row.uuid("account_id")),
                row.text("reference"),
                new Money(row.number("amount"), Currency.getInstance(row.text("currency"))),
                row.instant("paid_at")),
        limit);
  }

  /** Notes that these were booked on their cases. */
  public void booked(Sql sql, List<Payment> payments, Instant now) {
    var _ =
        sql.batch(
            "update payment set reconciled_at = ? where id = ?",
            payments.stream().map(payment -> new Object[] {now, payment.id()}).toList());
  }
}
