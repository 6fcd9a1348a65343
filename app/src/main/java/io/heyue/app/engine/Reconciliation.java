package io.heyue.app.engine;

import java.time.Instant;

/** Sets payments against what was promised. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Reconciliation {
  Reconciliation() {}

  /** What one run found. */
  public record Reconciled(
      long payments, long kept, long partlyKept, long broken, long cured, long interrupted) {}

  /**
   * Books imported payments, then judges promises whose day, and the day of grace, is over on the
   * person's clock.
   */
  public Reconciled run(Instant now) {
    throw new UnsupportedOperationException(now.toString());
  }
}
