package io.heyue.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two servers of the embedded PostgreSQL, the second a streaming standby of the first: a commit is
 * answered only once it can be read on both ({@code synchronous_commit=remote_apply}). The first is
 * killed and the second promoted by {@link #failOver}.
 */
public final class ServerPair implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Cluster first;
  private final Cluster second;
  private final int firstPort = freePort();
  private final int secondPort = freePort();
  private volatile boolean failedOver;

  private ServerPair(Path folder) {
    this.first = Cluster.at(folder.resolve("first"));
    this.second = Cluster.at(folder.resolve("second"));
  }

  /** Starts both; blocks until the second follows the first. */
  public static ServerPair start(Path folder) {
    ServerPair pair = new ServerPair(folder);
    pair.first.makeIfMissing();
    pair.run(pair.first, pair.firstPort);
    try (Connection connection = pair.connect(pair.firstPort);
        Statement statement = connection.createStatement()) {
      statement.execute("create database heyue");
      statement.execute("select pg_backup_start('standby', true)");
      copy(pair.first.tables(), pair.second.tables());
      try (ResultSet rows = statement.executeQuery("select labelfile from pg_backup_stop()")) {
        rows.next();
        pair.write("backup_label", rows.getString(1));
      }
      pair.write("standby.signal", "");
      pair.write(
          "postgresql.auto.conf",
          "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=second'\n"
              .formatted(pair.firstPort, Cluster.USER, pair.password()));
      pair.own();
      pair.run(pair.second, pair.secondPort);
      statement.execute("alter system set synchronous_standby_names = 'second'");
      statement.execute("alter database heyue set synchronous_commit = 'remote_apply'");
      statement.execute("select pg_reload_conf()");
      pair.await(statement, "select 1 from pg_stat_replication where sync_state = 'sync'");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    return pair;
  }

  /** The port of the server that answers now. */
  public int port() {
    return failedOver ? secondPort : firstPort;
  }

  public String password() {
    return first.password();
  }

  /** The first dies at once, with everything it has; nobody takes its place yet. */
  public void kill() {
    Postmaster.find(first.tables())
        .flatMap(Postmaster::process)
        .ifPresent(server -> {
          List<ProcessHandle> parts = server.descendants().toList();
          server.destroyForcibly();
          parts.forEach(ProcessHandle::destroyForcibly);
        });
  }

  /** The second takes its place. */
  public void failOver() {
    control(second, "promote", "-w", "-t", "60");
    failedOver = true;
  }

  private void run(Cluster cluster, int port) {
    control(
        cluster,
        "start",
        "-w",
        "-t",
        "60",
        "-l",
        cluster.log().toString(),
        "-o",
        "-c port="
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            + " -c max_connections=60 -c wal_keep_size=256MB -c password_encryption=scram-sha-256");
  }

  private static void control(Cluster cluster, String... words) {
    List<String> command = new ArrayList<>();
    command.add(cluster.binaries().resolve("bin/pg_ctl").toString());
    command.addAll(List.of("-D", cluster.tables().toString()));
    command.addAll(List.of(words));
    Command done = Command.run(LIMIT, cluster.runAs().words(command.toArray(new String[0])));
    if (!done.succeeded()) {
      throw new IllegalStateException(words[0] + ": " + done.output());
    }
  }

  private Connection connect(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    Connections.configure(source, "postgres", Cluster.USER, password(), "pair");
    source.setPortNumbers(new int[] {port});
    return Connections.await(source, LIMIT, () -> true).orElseThrow();
  }

  private void await(Statement statement, String query) throws SQLException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try (ResultSet rows = statement.executeQuery(query)) {
        if (rows.next()) {
          return;
        }
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The second server does not follow; see " + second.log());
      }
      Connections.pause(Duration.ofMillis(20));
    }
  }

  /** Everything but what belongs to the running server; the log of changes is streamed. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
            String name = from.relativize(file).toString();
            if (!name.startsWith("postmaster.") && !name.startsWith("pg_wal")) {
              Files.copy(file, to.resolve(name));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            // A file that the server took away meanwhile; the log of changes says so too.
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(second.tables().resolve(file), text, StandardCharsets.UTF_8);
  }

  /** The server's user must own its files, and nobody else may read them. */
  private void own() throws IOException {
    Files.createDirectories(second.folder().resolve("log"));
    try (var files = Files.walk(second.folder())) {
      for (Path file : files.filter(each -> !each.equals(second.folder())).toList()) {
        if (!second.runAs().owner().isEmpty()) {
          Files.setOwner(
              file,
              file.getFileSystem()
                  .getUserPrincipalLookupService()
                  .lookupPrincipalByName(second.runAs().owner()));
        }
        if (Files.isDirectory(file)) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    Postmaster.find(second.tables())
        .flatMap(Postmaster::process)
        .ifPresent(_ -> control(second, "stop", "-m", "immediate", "-w"));
  }
}
