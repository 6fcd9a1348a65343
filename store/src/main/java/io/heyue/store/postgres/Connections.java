package io.heyue.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to PostgreSQL as all parts of the store want them. */
final class Connections {
  private Connections() {}

  static void configure(
      PGSimpleDataSource source, String database, String user, String password, String name) {
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName(name);
    careful(source);
  }

  /** Keeps the values of rows out of exceptions, and a dead peer from blocking for ever. */
  static void careful(PGSimpleDataSource source) {
    source.setLogServerErrorDetail(false);
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(10);
  }

  /**
   * A connection as soon as the server answers, which takes a while when it recovers.
   *
   * @param alive whether there still is a server to wait for
   * @return empty where there is none any more
   * @throws PostgresFailure if it runs but lets nobody in
   */
  static Optional<Connection> await(
      PGSimpleDataSource source, Duration limit, BooleanSupplier alive) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return Optional.of(source.getConnection());
      } catch (SQLException e) {
        if (!alive.getAsBoolean()) {
          return Optional.empty();
        }
        if (System.nanoTime() > end || "28P01".equals(e.getSQLState())) {
          throw new PostgresFailure(
              "PostgreSQL on port "
                  + source.getPortNumbers()[0]
                  + " does not let us in: "
                  + e.getMessage()
                  + " Maybe the password file of the data folder was replaced.",
              e);
        }
        pause(Duration.ofMillis(50));
      }
    }
  }

  static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }

  static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The server is gone, and the connection with it.
      }
    }
  }
}
