package io.heyue.store.vault;

/**
 * A column of sealed values, for walks over all of them.
 *
 * @param field of the values; for a column whose rows are of several kinds its kind is empty
 * @param kind what tells the kind of a row: a column or another expression of SQL over its table
 */
public record SealedColumn(Field field, String kind) {
  /** A column whose rows are all of one kind. */
  public static SealedColumn of(Field field) {
    return new SealedColumn(field, "''");
  }

  Field fieldOf(String kindOfRow) {
    return new Field(field.table(), field.column(), kindOfRow);
  }
}
