package io.heyue.store.intake;

import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.Currency;

/** Money that came in, each payment known by its reference on its account. */
final class PaymentIntake implements Intake {
  private final Instant now;

  PaymentIntake(Instant now) {
    this.now = now;
  }

  @Override
  public String definition() {
    return """
    row bigint, number text, lender text, reference text, amount bigint, currency text,
    paid_at timestamptz, account_id uuid
    """;
  }

  @Override
  public int width() {
    return 8;
  }

  @Override
  public String keys() {
    return "row, number, lender, reference";
  }

  @Override
  public void write(long row, Cells cells, BinaryCopy out) {
    Currency currency = cells.currency();
    long amount = cells.requiredSum(Column.AMOUNT, currency);
    if (amount == 0) {
      throw new BadCell(Column.AMOUNT, Reason.NOT_POSITIVE);
    }
    out.number(row)
        .text(cells.requiredNumber(Column.ACCOUNT_NUMBER))
        .text(cells.lender())
        .text(cells.requiredNumber(Column.REFERENCE))
        .number(amount)
        .text(currency.getCurrencyCode())
        .instant(cells.requiredInstant(Column.PAID_AT))
        .bytes(null);
  }

  @Override
  public Counts merge(Sql sql, Header header, Rejections rejections) {
    findAccounts(sql, rejections);
    Refusal.duplicates(sql, rejections, "account_id, reference", Column.REFERENCE, "reference");
    Refusal.where(
        sql,
        rejections,
        """
        exists (select from payment p where p.account_id = s.account_id
          and p.reference = s.reference and p.reconciled_at is not null
          and (p.amount, p.paid_at) <> (s.amount, s.paid_at))
        """,
        Column.REFERENCE,
        "reference",
        Reason.ALREADY_RECONCILED);
    long updated =
        sql.update(
            """
            update payment t set amount = s.amount, paid_at = s.paid_at from stage s
            where t.account_id = s.account_id and t.reference = s.reference
              and (t.amount, t.paid_at) <> (s.amount, s.paid_at)
            """);
    long staged = sql.get("select count(*) as n from stage", row -> row.number("n"));
    long inserted =
        sql.update(
            """
            insert into payment (account_id, reference, amount, currency, paid_at, imported_at)
            select account_id, reference, amount, currency, paid_at, ? from stage order by row
            on conflict (account_id, reference) do nothing
            """,
            now);
    return new Counts(inserted, updated, staged - inserted - updated);
  }

  private static void findAccounts(Sql sql, Rejections rejections) {
    Refusal.where(
        sql,
        rejections,
        """
        (select count(*) from account a
          where a.number = s.number and (s.lender = '' or a.lender = s.lender)) > 1
        """,
        Column.ACCOUNT_NUMBER,
        "number",
        Reason.AMBIGUOUS_ACCOUNT);
    sql.update(
        """
        update stage s set account_id = a.id from account a
        where a.number = s.number and (s.lender = '' or a.lender = s.lender)
        """);
    Refusal.where(
        sql,
        rejections,
        "s.account_id is null",
        Column.ACCOUNT_NUMBER,
        "number",
        Reason.UNKNOWN_ACCOUNT);
    Refusal.where(
        sql,
        rejections,
        """
        exists (select from account a where a.id = s.account_id and a.currency <> s.currency)
        """,
        Column.CURRENCY,
        "currency",
        Reason.OTHER_CURRENCY);
  }
}
