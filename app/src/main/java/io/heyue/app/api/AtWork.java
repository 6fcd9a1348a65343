package io.heyue.app.api;

/** The first of two requests with the same Idempotency-Key is still at work. */
final class AtWork extends RuntimeException {
  private static final long serialVersionUID = 1;

  AtWork() {
    super("The first request with this Idempotency-Key is still at work.");
  }
}
