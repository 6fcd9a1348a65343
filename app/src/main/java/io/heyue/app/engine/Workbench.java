package io.heyue.app.engine;

import io.heyue.store.cases.VersionConflict;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Works items one by one, so that one which fails doesn't keep the others from being worked: it is
 * put aside, counted, and tried again later. What is not the item's fault is not put down to it: a
 * database that doesn't answer stops the work, a lost race leaves the item for the next time.
 * Thread-safe.
 */
final class Workbench {
  private static final String OURS = "io.heyue.";

  private final Transactor transactor;
  private final Setbacks setbacks = new Setbacks();

  Workbench(Transactor transactor) {
    this.transactor = transactor;
  }

  /**
   * Works each of {@code items}.
   *
   * @param work says whether anything was done
   * @return on how many something was done
   */
  <T> int each(Kind kind, List<T> items, Predicate<T> work, Instant now) {
    int done = 0;
    List<String> well = new ArrayList<>();
    for (T item : items) {
      try {
        done += work.test(item) ? 1 : 0;
        well.add(item.toString());
      } catch (LostRace | VersionConflict e) {
        // Somebody else is at it; it comes again with the next beat.
      } catch (RuntimeException e) {
        if (!isOfTheItem(e)) {
          throw e;
        }
        transactor.run(sql -> setbacks.add(sql, kind, item.toString(), reason(e), now));
      }
    }
    if (!well.isEmpty()) {
      transactor.run(sql -> setbacks.clear(sql, kind, well));
    }
    return done;
  }

  /** Whether the same would befall it anywhere: not where the database is away or overtaken. */
  static boolean isOfTheItem(RuntimeException failure) {
    if (failure instanceof LostRace || failure instanceof VersionConflict) {
      return false;
    }
    if (failure instanceof SqlFailure sql) {
      String kind = sql.state();
      boolean away =
          kind.equals("null")
              || kind.startsWith("08")
              || kind.startsWith("53")
              || kind.startsWith("57")
              || kind.startsWith("58");
      return !away && !sql.isRetryable();
    }
    return true;
  }

  /** What happened and where, never the message: it might quote what somebody said. */
  private static String reason(RuntimeException failure) {
    String where =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .findFirst()
            .map(frame ->
                frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
            .orElse("an unknown place");
    return failure.getClass().getSimpleName() + " at " + where;
  }
}
