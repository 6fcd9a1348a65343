package io.heyue.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The connection inside a transaction of a {@link Transactor}: statements written by hand, with
 * {@code ?} for each value.
 *
 * <p>Values may be String, Integer, Long, Boolean, BigDecimal, UUID, LocalDate, Instant, byte[], an
 * enum (its lower-case name), a List of String, Long or UUID (an array), an Optional of these, or
 * null. Not thread-safe; of no use after its transaction.
 */
public final class Sql {
  private final Connection connection;
  private final LongAdder trips;

  /**
   * @param trips counts the ways to the server and back
   */
  Sql(Connection connection, LongAdder trips) {
    this.connection = connection;
    this.trips = trips;
  }

  /** All rows, at once. For results that may be large use {@link #each}. */
  public <T> List<T> list(String sql, Function<Row, T> mapper, @Nullable Object... values) {
    List<T> all = new ArrayList<>();
    read(sql, 0, row -> all.add(mapper.apply(row)), values);
    return all;
  }

  /** The only row, if there is one; more than one is a fault of the statement. */
  public <T> Optional<T> find(String sql, Function<Row, T> mapper, @Nullable Object... values) {
    List<T> all = list(sql, mapper, values);
    if (all.size() > 1) {
      throw new IllegalStateException("A statement for one row gave " + all.size() + ": " + sql);
    }
    return all.stream().findFirst();
  }

  /** The only row. */
  public <T> T get(String sql, Function<Row, T> mapper, @Nullable Object... values) {
    return find(sql, mapper, values)
        .orElseThrow(() -> new IllegalStateException("A statement for one row gave none: " + sql));
  }

  /** Hands on row after row, holding a thousand at a time. */
  public void each(String sql, Consumer<Row> consumer, @Nullable Object... values) {
    read(sql, 1000, consumer, values);
  }

  private void read(String sql, int held, Consumer<Row> consumer, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(held);
      trips.increment();
      Values.bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        Row row = new Row(rows);
        while (rows.next()) {
          consumer.accept(row);
        }
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * Carries out {@code work}. Where it fails, what it did is undone, and the transaction goes on as
   * if it had not been tried.
   *
   * @return why it failed
   * @throws SqlFailure if the connection itself failed
   */
  public Optional<RuntimeException> attempt(Runnable work) {
    try {
      Savepoint before = connection.setSavepoint();
      try {
        work.run();
        connection.releaseSavepoint(before);
        return Optional.empty();
      } catch (RuntimeException e) {
        connection.rollback(before);
        return Optional.of(e);
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Carries out an insert, update, delete or definition; gives the number of rows touched. */
  public long update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      trips.increment();
      return statement.executeLargeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Carries out the same statement for each of the rows of values, in one way to the server. */
  public long batch(String sql, List<Object[]> rows) {
    return LongStream.of(touched(sql, rows)).map(count -> Math.max(0, count)).sum();
  }

  /** The same; gives for each of the rows of values how many rows of the table it touched. */
  public long[] touched(String sql, List<Object[]> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      @Nullable Object[] samples = Values.samples(rows);
      for (Object[] values : rows) {
        Values.bind(statement, values, samples);
        statement.addBatch();
      }
      trips.increment();
      return statement.executeLargeBatch();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * Begins to stream rows into a table.
   *
   * @param sql such as {@code copy staging from stdin (format binary)}
   */
  public CopyStream copy(String sql) {
    try {
      return new CopyStream(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
