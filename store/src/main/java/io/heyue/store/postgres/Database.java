package io.heyue.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.heyue.store.postgres.EmbeddedServer.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database whose tables are up to date, with a pool of connections to it.
 *
 * <p>Thread-safe. Opening blocks until the server answers and the migrations are done; two
 * processes may open the same database at once. Closing closes the pool and, for an embedded server
 * that no other process uses, stops the server.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final String NAME = "heyue";

  private final HikariDataSource pool;
  private final Transactor transactor;
  private final Runnable stop;

  private Database(PGSimpleDataSource source, Runnable stop) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
    config.setPoolName(NAME);
    this.pool = new HikariDataSource(config);
    this.transactor = new Transactor(pool);
    this.stop = stop;
  }

  /**
   * The database of a data folder, on a server that we start unless it runs.
   *
   * @throws PostgresFailure if the server can't be started, or the tables not be brought up to date
   */
  public static Database embedded(Path dataFolder) {
    return embedded(dataFolder, NAME);
  }

  /** A database of its own name on the server of a data folder, made if there is none. */
  public static Database embedded(Path dataFolder, String name) {
    return embedded(dataFolder, name, Durability.RECORD);
  }

  static Database embedded(Path dataFolder, String name, Durability durability) {
    EmbeddedServer server = EmbeddedServer.open(dataFolder.resolve("postgres"), name, durability);
    return migrated(server.dataSource(), server::close);
  }

  /**
   * A database on a server that somebody else runs.
   *
   * @param url of JDBC, such as {@code jdbc:postgresql://db.example:5432/heyue?sslmode=verify-full}
   */
  public static Database at(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new PostgresFailure(
          "The database URL can't be read. Maybe it does not begin with jdbc:postgresql://", e);
    }
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName(NAME);
    Connections.careful(source);
    return migrated(source, () -> {});
  }

  private static Database migrated(PGSimpleDataSource source, Runnable stop) {
    Database database;
    try {
      database = new Database(source, stop);
    } catch (RuntimeException e) {
      stop.run();
      throw new PostgresFailure(
          "The database does not let us in: "
              + e.getMessage()
              + " Maybe its address, user or password is wrong, or it does not run.",
          e);
    }
    database.orClose(Database::migrate);
    return database;
  }

  private void orClose(Consumer<Database> step) {
    try {
      step.accept(this);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void migrate() {
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new PostgresFailure(
          "The tables can't be brought up to date: "
              + e.getMessage()
              + " Maybe this database was used by a newer version.",
          e);
    }
  }

  /** The pool. A connection that it gives must be closed, which gives it back. */
  public DataSource dataSource() {
    return pool;
  }

  /** The way to run statements on this database. */
  public Transactor transactor() {
    return transactor;
  }

  @Override
  public void close() {
    pool.close();
    stop.run();
  }
}
