package io.heyue.store.intake;

import io.heyue.store.postgres.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /**
   * Keeps of all rows with the same key the last one.
   *
   * @param source where the keys stand, beginning with {@code stage s}
   * @param key expressions over it
   */
  static void duplicates(
      Sql sql,
      Rejections rejections,
      String source,
      List<String> key,
      Column column,
      String shown) {
    String keys = String.join(", ", key);
    String same =
        IntStream.range(0, key.size())
            .mapToObj(i -> "t.k" + i + " = " + key.get(i))
            .collect(Collectors.joining(" and "));
    String named =
        IntStream.range(0, key.size())
            .mapToObj(i -> key.get(i) + " as k" + i)
            .collect(Collectors.joining(", "));
    sql.update(
        """
        create temporary table earlier on commit drop as
        with twice as materialized
          (select %s, max(s.row) as last from %s group by %s having count(*) > 1)
        select s.row from %s join twice t on %s where s.row < t.last
        """
            .formatted(named, source, keys, source, same));
    if (any(sql, "earlier")) {
      where(sql, rejections, "s.row in (select row from earlier)", column, shown, Reason.DUPLICATE);
    }
  }

  /** Whether a table, or what is selected from one, holds a row. */
  static boolean any(Sql sql, String from) {
    return sql.get("select exists (select from " + from + ") as any", row -> row.truth("any"));
  }
}
