package io.heyue.store.vault;

import io.heyue.core.base.Check;
import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value belongs. It is bound into the ciphertext: a value that somebody copies into
 * another column, or into a row of another kind, does not open there.
 *
 * @param table of the database
 * @param column of the table
 * @param kind of row, such as {@code phone}; empty where all rows of the table are of one kind
 */
public record Field(String table, String column, String kind) {
  public Field {
    Check.filled("table", table);
    Check.filled("column", column);
  }

  public static Field of(String table, String column) {
    return new Field(table, column, "");
  }

  byte[] binding() {
    return (table + '.' + column + '/' + kind).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return table + '.' + column + (kind.isEmpty() ? "" : '/' + kind);
  }
}
