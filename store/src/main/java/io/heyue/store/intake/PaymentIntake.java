package io.heyue.store.intake;

import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

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
    paid_at timestamptz
    """;
  }

  @Override
  public int width() {
    return 7;
  }

  @Override
  public String keys() {
    return "row, number, lender";
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
        .instant(cells.requiredInstant(Column.PAID_AT));
  }

  @Override
  public Counts merge(Sql sql, Header header, Rejections rejections) {
    Found.accounts(sql, rejections, "account_id");
    Refusal.where(
        sql,
        rejections,
        "exists (select from found f where f.row = s.row and f.currency <> s.currency)",
        Column.CURRENCY,
        "currency",
        Reason.OTHER_CURRENCY);
    Refusal.duplicates(
        sql,
        rejections,
        "stage s join found f using (row)",
        List.of("f.account_id", "s.reference"),
        Column.REFERENCE,
        "reference");
    if (!Refusal.any(sql, "payment")) {
      long staged = staged(sql);
      BareTables bare = BareTables.of(sql, staged, List.of("payment"));
      long inserted = insert(sql, "");
      bare.dress();
      return new Counts(inserted, 0, staged - inserted);
    }
    refuseReconciled(sql, rejections);
    long updated =
        sql.update(
            """
            update payment t set amount = s.amount, paid_at = s.paid_at
            from stage s join found f using (row)
            where t.account_id = f.account_id and t.reference = s.reference
              and (t.amount, t.paid_at) <> (s.amount, s.paid_at)
            """);
    long staged = staged(sql);
    long inserted =
        insert(
            sql,
            """
            where not exists (select from payment p
              where p.account_id = f.account_id and p.reference = s.reference)
            order by s.row
            """);
    return new Counts(inserted, updated, staged - inserted - updated);
  }

  private static long staged(Sql sql) {
    return sql.get("select count(*) as n from stage", row -> row.number("n"));
  }

  private long insert(Sql sql, String which) {
    return sql.update(
        """
        insert into payment (account_id, reference, amount, currency, paid_at, imported_at)
        select f.account_id, s.reference, s.amount, s.currency, s.paid_at, ?
        from stage s join found f using (row)
        """
            + which,
        now);
  }

  private static void refuseReconciled(Sql sql, Rejections rejections) {
    Refusal.where(
        sql,
        rejections,
        """
        exists (select from payment p join found f using (account_id) where f.row = s.row
          and p.reference = s.reference and p.reconciled_at is not null
          and (p.amount, p.paid_at) <> (s.amount, s.paid_at))
        """,
        Column.REFERENCE,
        "reference",
        Reason.ALREADY_RECONCILED);
  }
}
