package io.heyue.app.engine;

import java.time.Instant;

/** Sends what was agreed in writing, as soon as that is lawful. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Confirmations {
  Confirmations() {}

  /**
   * Works at most {@code limit} confirmations that are due.
   *
   * @return how many
   */
  public int run(Instant now, int limit) {
    throw new UnsupportedOperationException(now.toString() + limit);
  }
}
