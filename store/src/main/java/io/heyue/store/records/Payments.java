package io.heyue.store.records;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Money;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** The payments that were imported. Stateless. */
public final class Payments {
  private static final String SELECT =
      "select id, account_id, reference, amount, currency, paid_at, imported_at from payment ";

  /**
   * Payments that nobody took note of, the oldest first; nobody else's until the transaction ends.
   */
  public List<Payment> claim(Sql sql, Instant now, int limit) {
    return sql.list(
        SELECT
            + "where reconciled_at is null and "
            + Setbacks.free(Kind.PAYMENT, "account_id::text")
            + " order by paid_at, id limit ? for update skip locked",
        Payments::payment,
        now,
        limit);
  }

  /** The same of one account. */
  public List<Payment> claim(Sql sql, AccountId account, int limit) {
    return sql.list(
        SELECT
            + "where reconciled_at is null and account_id = ?"
            + " order by paid_at, id limit ? for update skip locked",
        Payments::payment,
        account.value(),
        limit);
  }

  /** Accounts with payments that nobody took note of, those with the oldest first. */
  public List<AccountId> accounts(Sql sql, Instant now, int limit) {
    return sql.list(
        "select account_id from payment where reconciled_at is null and "
            + Setbacks.free(Kind.PAYMENT, "account_id::text")
            + " group by account_id order by min(paid_at), account_id limit ?",
        row -> new AccountId(row.uuid("account_id")),
        now,
        limit);
  }

  private static Payment payment(Row row) {
    return new Payment(
        row.uuid("id"),
        new AccountId(row.uuid("account_id")),
        row.text("reference"),
        new Money(row.number("amount"), Currency.getInstance(row.text("currency"))),
        row.instant("paid_at"),
        row.instant("imported_at"));
  }

  /** Notes that these were booked. */
  public void booked(Sql sql, List<Payment> payments, Instant now) {
    if (payments.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            "update payment set reconciled_at = ? where id = ?",
            payments.stream().map(payment -> new Object[] {now, payment.id()}).toList());
  }
}
