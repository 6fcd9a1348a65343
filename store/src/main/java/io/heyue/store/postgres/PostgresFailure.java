package io.heyue.store.postgres;

import org.jspecify.annotations.Nullable;

/**
 * The database can't be had: it can't be started, reached or brought up to date. The operator of
 * the machine must act; the message says what was tried and what is probably wrong.
 */
public final class PostgresFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  PostgresFailure(String message) {
    super(message);
  }

  PostgresFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
