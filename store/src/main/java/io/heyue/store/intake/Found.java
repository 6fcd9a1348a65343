package io.heyue.store.intake;

import io.heyue.store.postgres.Sql;

/**
 * Which account each staged row is about, in a temporary table {@code found (row, account_id,
 * person_id, currency)}.
 */
final class Found {
  private Found() {}

  /**
   * Finds the accounts, and refuses rows whose account is unknown or is one of several.
   *
   * @param what the column of {@code found} that must be the same for a number without a lender
   */
  static void accounts(Sql sql, Rejections rejections, String what) {
    boolean open = Refusal.any(sql, "stage where lender = '' and number is not null");
    sql.update(
        """
        create temporary table found on commit drop as
        select s.row, a.id as account_id, a.person_id, a.currency
        from stage s join account a on a.number = s.number %s
        """
            .formatted(
                open ? "and (s.lender = '' or a.lender = s.lender)" : "and a.lender = s.lender"));
    if (open) {
      choose(sql, rejections, what);
    }
    sql.update("analyze found (row)");
    Refusal.where(
        sql,
        rejections,
        "s.number is not null and not exists (select from found f where f.row = s.row)",
        Column.ACCOUNT_NUMBER,
        "number",
        Reason.UNKNOWN_ACCOUNT);
  }

  /** Without a lender a number may be one of several lenders', which is nobody's. */
  private static void choose(Sql sql, Rejections rejections, String what) {
    sql.update(
        """
        create temporary table several on commit drop as
        select row, min(ctid) as kept, count(distinct %s) as meant from found
        group by row having count(*) > 1
        """
            .formatted(what));
    if (Refusal.any(sql, "several")) {
      Refusal.where(
          sql,
          rejections,
          "s.row in (select row from several where meant > 1)",
          Column.ACCOUNT_NUMBER,
          "number",
          Reason.AMBIGUOUS_ACCOUNT);
      sql.update(
          """
          delete from found f using several v
          where f.row = v.row and (v.meant > 1 or f.ctid <> v.kept)
          """);
    }
  }
}
