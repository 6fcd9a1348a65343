package io.heyue.store.intake;

import org.jspecify.annotations.Nullable;

/** The way out of a row that can't be taken. It holds no value, has no stack, and costs nothing. */
final class BadCell extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Null where the whole row is at fault. */
  final @Nullable Column column;

  final Reason reason;

  BadCell(@Nullable Column column, Reason reason) {
    super(reason.name(), null, false, false);
    this.column = column;
    this.reason = reason;
  }
}
