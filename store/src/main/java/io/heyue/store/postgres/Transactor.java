package io.heyue.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs work in a transaction: all of it is committed, durably, when the call returns, or nothing.
 *
 * <p>Thread-safe; each call has a connection of its own and blocks while it waits for one. Work is
 * run once: who wants another try after a {@link SqlFailure#isRetryable() lost race} makes it.
 */
public final class Transactor {
  private final DataSource source;
  private final LongAdder trips = new LongAdder();
  private final LongAdder transactions = new LongAdder();

  /**
   * What was done by now.
   *
   * @param transactions committed
   * @param trips to the server and back: of statements, of batches of them, of commits
   */
  public record Counts(long transactions, long trips) {}

  public Transactor(DataSource source) {
    this.source = source;
  }

  /**
   * Runs {@code work} in one transaction and gives back what it gives.
   *
   * @throws SqlFailure if a statement fails; nothing was changed
   */
  public <T> T get(Function<Sql, T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.apply(new Sql(connection, trips));
        connection.commit();
        trips.increment();
        transactions.increment();
        return result;
      } finally {
        // After a commit there is nothing to roll back.
        rollBack(connection);
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** What was done since this was made. */
  public Counts counts() {
    return new Counts(transactions.sum(), trips.sum());
  }

  /** Runs {@code work} in one transaction. */
  public void run(Consumer<Sql> work) {
    var _ =
        get(sql -> {
          work.accept(sql);
          return true;
        });
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is broken, which rolls back as well; the pool throws it away.
    }
  }
}
