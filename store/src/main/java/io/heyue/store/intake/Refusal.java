package io.heyue.store.intake;

import io.heyue.store.postgres.Sql;

/** Rows that turn out bad only when all of them are seen beside the tables. */
final class Refusal {
  private Refusal() {}

  /**
   * Takes staged rows away and lists them.
   *
   * @param condition over {@code s}, the staged row
   * @param shown the column of the staging table that is at fault, which is not sealed
   */
  static void where(
      Sql sql,
      Rejections rejections,
      String condition,
      Column column,
      String shown,
      Reason reason) {
    sql.each(
        "delete from stage s where " + condition + " returning row, " + shown + " as shown",
        row -> rejections.add(row.number("row"), column, row.findText("shown").orElse(""), reason));
  }

  /** Keeps of all rows with the same {@code key} the last one. */
  static void duplicates(Sql sql, Rejections rejections, String key, Column column, String shown) {
    sql.update(
        """
        create temporary table twice on commit drop as
        select %1$s, max(row) as last from stage group by %1$s having count(*) > 1
        """
            .formatted(key));
    where(
        sql,
        rejections,
        "exists (select from twice t where (%s) = (%s) and s.row < t.last)"
            .formatted(qualified("t", key), qualified("s", key)),
        column,
        shown,
        Reason.DUPLICATE);
  }

  private static String qualified(String alias, String columns) {
    return alias + "." + columns.replace(", ", ", " + alias + ".");
  }
}
