package io.heyue.app.engine;

import io.heyue.store.cases.VersionConflict;
import io.heyue.store.postgres.SqlFailure;
import java.util.function.Supplier;

/** Somebody else was faster; what was read is no longer so and must be read again. */
final class LostRace extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MOST_TRIES = 4;

  LostRace(String what) {
    super(what);
  }

  /** Does {@code work}, and does it anew, at most three times, when somebody else was faster. */
  static <T> T retry(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (LostRace | VersionConflict e) {
        if (attempt == MOST_TRIES) {
          throw e;
        }
      } catch (SqlFailure e) {
        if (attempt == MOST_TRIES || !e.isRetryable()) {
          throw e;
        }
      }
    }
  }
}
