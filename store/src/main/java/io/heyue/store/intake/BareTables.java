package io.heyue.store.intake;

import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.SqlFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without their indexes while many rows come into them: an index made at the end, from rows
 * that are sorted once, costs a fifth of one that is kept up row by row, and a foreign key that is
 * tried for all rows at once a tenth [1].
 *
 * <p>Only tables that are still empty are laid bare, and only for a file that is worth it, since
 * nobody else can read them until the import ends. All of it is part of the import's transaction:
 * an import that is killed leaves tables and indexes as they were. Primary keys stay.
 *
 * <p>[1] https://www.postgresql.org/docs/18/populate.html
 */
final class BareTables {
  private static final long WORTH_IT = 20_000;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Sql sql;
  private final List<String> tables;
  private final List<String> again = new ArrayList<>();

  private BareTables(Sql sql, List<String> tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /**
   * Lays empty tables bare for {@code rows} rows, unless they are too few or somebody is reading
   * there. A foreign key goes only where the table that it points to is among them.
   */
  static BareTables of(Sql sql, long rows, List<String> emptyTables) {
    BareTables bare = new BareTables(sql, emptyTables);
    if (rows >= WORTH_IT && bare.locked()) {
      bare.strip();
    }
    return bare;
  }

  /** Whether anything was taken away. */
  boolean stripped() {
    return !again.isEmpty();
  }

  /** Makes again what was taken away, and lets the planner know how many rows there are now. */
  void dress() {
    again.forEach(sql::update);
    if (stripped()) {
      sql.update("analyze " + String.join(", ", tables));
    }
  }

  private boolean locked() {
    sql.update("savepoint before_locking");
    try {
      sql.update("lock table " + String.join(", ", tables) + " in access exclusive mode nowait");
      return true;
    } catch (SqlFailure e) {
      if (!e.state().equals(LOCK_NOT_AVAILABLE)) {
        throw e;
      }
      sql.update("rollback to savepoint before_locking");
      return false;
    }
  }

  private void strip() {
    List<String> away = new ArrayList<>();
    sql.each(
        """
        select conrelid::regclass::text as of_table, conname as name,
          pg_get_constraintdef(oid) as definition
        from pg_constraint
        where conrelid::regclass::text = any(?) and (contype = 'u'
          or (contype = 'f' and confrelid::regclass::text = any(?)))
        order by contype desc, name
        """,
        row -> {
          String constraint = row.text("of_table") + " %s constraint " + row.text("name");
          away.add("alter table " + constraint.formatted("drop"));
          again.add("alter table " + constraint.formatted("add") + " " + row.text("definition"));
        },
        tables,
        tables);
    sql.each(
        """
        select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
        from pg_index where indrelid::regclass::text = any(?)
          and not exists (select from pg_constraint where conindid = indexrelid
            and contype in ('p', 'u', 'x'))
        order by name
        """,
        row -> note(row, away),
        tables);
    away.forEach(sql::update);
  }

  private void note(Row row, List<String> away) {
    away.add("drop index " + row.text("name"));
    again.add(row.text("definition"));
  }
}
