package io.heyue.app.engine;

import io.heyue.store.cases.VersionConflict;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.SqlFailure;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works items one by one, so that one which fails doesn't keep the others from being worked: it is
 * put aside, counted, and tried again later. What is not the item's fault is not put down to it: a
 * database that doesn't answer stops the work, a lost race leaves the item for the next time.
 * Thread-safe.
 */
final class Workbench {
  private static final String OURS = "io.heyue.";
  private static final List<String> AWAY = List.of("08", "53", "57", "58");

  private final Transactor transactor;
  private final Setbacks setbacks = new Setbacks();

  Workbench(Transactor transactor) {
    this.transactor = transactor;
  }

  /**
   * Works each of {@code items}.
   *
   * @param key by which one is put aside
   * @param work says whether anything was done
   * @return on how many something was done
   */
  <T> int each(Kind kind, List<T> items, Function<T, String> key, Predicate<T> work, Instant now) {
    int done = 0;
    List<String> well = new ArrayList<>();
    for (T item : items) {
      try {
        done += work.test(item) ? 1 : 0;
        well.add(key.apply(item));
      } catch (LostRace | VersionConflict e) {
        // Somebody else is at it; it comes again with the next beat.
      } catch (RuntimeException e) {
        if (!isOfTheItem(e)) {
          throw e;
        }
        transactor.run(sql -> setbacks.add(sql, kind, key.apply(item), reason(e), now));
      }
    }
    if (!well.isEmpty()) {
      transactor.run(sql -> setbacks.clear(sql, kind, well));
    }
    return done;
  }

  /** These were worked together and all went well. */
  void well(Sql sql, Kind kind, List<String> items) {
    setbacks.clear(sql, kind, items);
  }

  /** Whether the same would befall it anywhere: not where the database is away or overtaken. */
  static boolean isOfTheItem(RuntimeException failure) {
    if (failure instanceof LostRace || failure instanceof VersionConflict) {
      return false;
    }
    boolean overtaken = failure instanceof SqlFailure sql && sql.isRetryable();
    return !overtaken && !isAway(failure);
  }

  /** Whether it is the database that doesn't answer, or has no room (classes 08, 53, 57, 58). */
  static boolean isAway(RuntimeException failure) {
    return failure instanceof SqlFailure sql
        && (sql.state().equals("null")
            || AWAY.stream().anyMatch(kind -> sql.state().startsWith(kind)));
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
