package io.heyue.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One process's use of the PostgreSQL server of a folder.
 *
 * <p>Nobody owns the server. Opening uses the one that runs (also one whose starter was killed), or
 * starts it; while a process uses it, it holds a connection; closing stops the server if no other
 * process holds one. Should the server die under us, it is started again, on the same port where
 * that is free.
 *
 * <p>Thread-safe.
 */
final class EmbeddedServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final int ATTEMPTS = 20;

  /** Connections of a data source, and of others that use the server, are told apart by it. */
  private final String name = "heyue " + UUID.randomUUID();

  private final Cluster cluster;
  private final Durability durability;
  private final PGSimpleDataSource maintenance = new PGSimpleDataSource();
  private final PGSimpleDataSource work = new PGSimpleDataSource();
  private @Nullable Connection presence;
  private volatile boolean closed;

  private EmbeddedServer(Cluster cluster, Durability durability) {
    this.cluster = cluster;
    this.durability = durability;
  }

  /**
   * Uses the server of {@code folder}; blocks until it answers.
   *
   * @throws PostgresFailure if it can't be started
   */
  static EmbeddedServer open(Path folder, String database, Durability durability) {
    EmbeddedServer server = new EmbeddedServer(Cluster.at(folder), durability);
    try (StartLock _ = StartLock.take(server.cluster.lock())) {
      server.cluster.makeIfMissing();
      Connections.configure(
          server.maintenance, "postgres", Cluster.USER, server.cluster.password(), server.name);
      Connections.configure(
          server.work, database, Cluster.USER, server.cluster.password(), server.name);
      server.bringUp();
      server.makeDatabase(database);
    }
    return server;
  }

  /** Connections to the database that was asked for; it follows the server to another port. */
  PGSimpleDataSource dataSource() {
    return work;
  }

  /** Stops the server unless others use it. Close every connection of the pool before. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (StartLock _ = StartLock.take(cluster.lock())) {
      if (Postmaster.find(cluster.tables()).isPresent() && !usedByOthers()) {
        control("stop", "-m", "fast", "-w", "-t", "60");
      }
    } finally {
      Connections.close(presence);
    }
  }

  /**
   * A server that is found may be about to die: started by somebody who was killed, and stopped by
   * what a server before it left. Then another is started.
   */
  private void bringUp() {
    Connections.close(presence);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Postmaster running = Postmaster.find(cluster.tables()).orElseGet(this::start);
      int[] ports = {running.port()};
      maintenance.setPortNumbers(ports);
      work.setPortNumbers(ports);
      Optional<Connection> made = Connections.await(maintenance, START, running::alive);
      if (made.isPresent()) {
        presence = made.get();
        var _ =
            running
                .process()
                .map(process ->
                    process.onExit().thenRunAsync(this::revive, Thread::startVirtualThread));
        return;
      }
    }
    throw new PostgresFailure(
        "PostgreSQL in "
            + cluster.tables()
            + " was started "
            + ATTEMPTS
            + " times and died each time. Maybe its log tells why: "
            + cluster.log());
  }

  private void revive() {
    if (closed) {
      return;
    }
    try (StartLock _ = StartLock.take(cluster.lock())) {
      if (!closed) {
        bringUp();
      }
    }
  }

  private Postmaster start() {
    Command last = new Command(0, "");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = freePort(attempt == 0 ? lastPort() : Optional.empty());
      shortenLog();
      last =
          control("start", "-w", "-t", "60", "-l", cluster.log().toString(), "-o", settings(port));
      Optional<Postmaster> started = Postmaster.find(cluster.tables());
      if (last.succeeded() && started.isPresent()) {
        remember(port);
        return started.get();
      }
      // After kill -9 the dead server's children need a moment to leave its shared memory.
      Connections.pause(Duration.ofMillis(250));
    }
    throw new PostgresFailure(
        "PostgreSQL in "
            + cluster.tables()
            + " does not start: "
            + last.output().strip()
            + " Maybe its log tells why: "
            + cluster.log());
  }

  /** Given on the command line, so that no edited file can make a commit less durable. */
  private String settings(int port) {
    return String.join(
        " ",
        "-c port=" + port,
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=''",
        durability.settings(),
        "-c password_encryption=scram-sha-256",
        "-c max_connections=200",
        "-c shared_buffers=256MB",
        "-c max_wal_size=2GB",
        "-c jit=off",
        // Parallel queries need more of /dev/shm than a container often gives.
        "-c max_parallel_workers_per_gather=0",
        // Statements and rows never reach the log: they may hold what people said.
        "-c log_min_error_statement=panic",
        "-c log_error_verbosity=terse",
        "-c log_statement=none");
  }

  /** What a commit outlives. */
  enum Durability {
    /** A lost power supply. */
    RECORD,
    /** Nothing but the end of our process: for tests, whose folder is thrown away. */
    SCRATCH;

    private String settings() {
      return switch (this) {
        case RECORD -> "-c fsync=on -c synchronous_commit=on -c full_page_writes=on";
        case SCRATCH -> "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
      };
    }
  }

  private Command control(String... words) {
    String[] command = new String[words.length + 3];
    command[0] = cluster.binaries().resolve("bin/pg_ctl").toString();
    command[1] = "-D";
    command[2] = cluster.tables().toString();
    System.arraycopy(words, 0, command, 3, words.length);
    return Command.run(START, cluster.runAs().words(command));
  }

  private boolean usedByOthers() {
    try (Connection connection = maintenance.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select exists (select from pg_stat_activity
                  where application_name like 'heyue %' and application_name <> ?)
                """)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    } catch (SQLException e) {
      // A server that answers nobody is used by nobody.
      return false;
    }
  }

  private void makeDatabase(String database) {
    try (Connection connection = maintenance.getConnection();
        PreparedStatement find =
            connection.prepareStatement("select 1 from pg_database where datname = ?");
        Statement make = connection.createStatement()) {
      find.setString(1, database);
      try (ResultSet rows = find.executeQuery()) {
        if (!rows.next()) {
          make.execute("create database \"" + database + "\"");
        }
      }
    } catch (SQLException e) {
      throw new PostgresFailure("Can't make the database " + database + ".", e);
    }
  }

  private static int freePort(Optional<Integer> wished) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    if (wished.isPresent()) {
      try (ServerSocket socket = new ServerSocket(wished.get(), 1, loopback)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody else listens there by now; any other will do.
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresFailure("There is no free port on 127.0.0.1.", e);
    }
  }

  private Optional<Integer> lastPort() {
    try {
      return Files.exists(cluster.port())
          ? Optional.of(Integer.valueOf(Files.readString(cluster.port()).strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void remember(int port) {
    try {
      Files.writeString(cluster.port(), port + "\n");
    } catch (IOException e) {
      throw new PostgresFailure("Can't write " + cluster.port() + ".", e);
    }
  }

  private void shortenLog() {
    try {
      if (Files.exists(cluster.log()) && Files.size(cluster.log()) > 10_000_000) {
        Files.delete(cluster.log());
      }
    } catch (IOException e) {
      throw new PostgresFailure("Can't shorten " + cluster.log() + ".", e);
    }
  }
}
