package io.heyue.store.vault;

/**
 * A column of sealed values, for walks over all of them.
 *
 * @param field of the values; for a column whose rows are of several kinds its kind is empty
 * @param key the primary key of the table, a uuid
 * @param kindColumn the column that tells the kind of a row; empty if all are of one kind
 */
public record SealedColumn(Field field, String key, String kindColumn) {
  public static SealedColumn of(Field field) {
    return new SealedColumn(field, "id", "");
  }

  Field fieldOf(String kind) {
    return new Field(field.table(), field.column(), kind);
  }

  String kindExpression() {
    return kindColumn.isEmpty() ? "''" : kindColumn;
  }
}
