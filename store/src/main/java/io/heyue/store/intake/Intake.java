package io.heyue.store.intake;

import io.heyue.store.postgres.Sql;

/** How files of one kind come in. */
sealed interface Intake permits AccountIntake, ContactIntake, PaymentIntake {

  /** The columns of the temporary table {@code stage}, in the order in which rows are written. */
  String definition();

  /** How many columns that are. */
  int width();

  /** The columns of the staging table by which it is joined. */
  String keys();

  /**
   * Reads one row into the staging table.
   *
   * @throws BadCell if the row can't be taken; what was written of it is then taken back
   */
  void write(long row, Cells cells, BinaryCopy out);

  /** Sets the staged rows against the tables, in the same transaction. */
  Counts merge(Sql sql, Header header, Rejections rejections);

  /** What became of the staged rows that were not rejected. */
  record Counts(long inserted, long updated, long unchanged) {}
}
