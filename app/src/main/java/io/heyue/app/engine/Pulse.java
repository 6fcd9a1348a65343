package io.heyue.app.engine;

/**
 * Drives everything that happens by the clock. Thread-safe; several processes may do it at once.
 */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Pulse {
  Pulse() {}

  /** What one beat did. */
  public record Beat(int written, int delivered, int silences, int confirmations, long payments) {
    /** Whether there was nothing to do. */
    public boolean idle() {
      return written + delivered + silences + confirmations + payments == 0;
    }
  }

  /** Does what is due now, a bounded piece of each. */
  public Beat tick() {
    throw new UnsupportedOperationException();
  }
}
