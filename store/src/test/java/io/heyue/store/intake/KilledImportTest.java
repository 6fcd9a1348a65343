package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.SqlFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Imports that die in the middle: when their persons are in and their accounts are not. There they
 * are held by a lock on the table of accounts.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class KilledImportTest {
  private static final int ROWS = 3_000;

  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    folder =
        Files.createTempDirectory(
            Path.of("target").toAbsolutePath(),
            "killed-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    StringBuilder rows = new StringBuilder("account,customer number,name,overdue,due date\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append("A" + i + ",P" + i + ",Sample,1,2026-11-01\n");
    }
    file = Files.writeString(folder.resolve("accounts.csv"), rows);
  }

  @AfterEach
  void remove() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void ofAKilledProcessNothingIsThereAndTheNextImportWorks() throws Exception {
    try (Database database = Database.embedded(folder)) {
      database
          .transactor()
          .run(holder -> {
            holder.update("lock table account in share mode");
            Process other = importing();
            awaitHeld(holder);
            other.destroyForcibly();
            assertThat(other.onExit().join().exitValue()).isNotZero();
          });
      assertThat(rows(database)).isEqualTo(0);
      assertThat(ImportProcess.take(folder, database, file).inserted()).isEqualTo(ROWS);
      assertThat(rows(database)).isEqualTo(2 * ROWS + 1);
    }
  }

  @Test
  void whenTheServerDiesTheImportSaysSoAndLeavesNothing() throws Exception {
    try (Database database = Database.embedded(folder);
        ExecutorService worker = Executors.newSingleThreadExecutor()) {
      List<Future<ImportReport>> held = new ArrayList<>();
      assertThatThrownBy(() ->
              database
                  .transactor()
                  .run(holder -> {
                    holder.update("lock table account in share mode");
                    held.add(worker.submit(() -> ImportProcess.take(folder, database, file)));
                    awaitHeld(holder);
                    killServer();
                  }))
          .isInstanceOf(SqlFailure.class);
      assertThatThrownBy(held.getFirst()::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(SqlFailure.class)
          .hasMessageContaining("Maybe the server was stopped");
      assertThat(rowsWhenBack(database)).isEqualTo(0);
      assertThat(ImportProcess.take(folder, database, file).inserted()).isEqualTo(ROWS);
    }
  }

  /** All of it: a worker that outlives the others for a moment might still end what it does. */
  private void killServer() {
    try {
      String pid = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst();
      ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
      List<ProcessHandle> workers = server.descendants().toList();
      assertThat(server.destroyForcibly()).isTrue();
      workers.forEach(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process importing() {
    try {
      return new ProcessBuilder(
              List.of(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  ImportProcess.class.getName(),
                  folder.toString(),
                  file.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until the import waits for the table of accounts. */
  private static void awaitHeld(Sql holder) {
    String waiting =
        """
        select exists (select from pg_locks
          where relation = 'account'::regclass and not granted) as waits
        """;
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!holder.get(waiting, row -> row.truth("waits"))) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static long rowsWhenBack(Database database) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        return rows(database);
      } catch (SqlFailure e) {
        assertThat(System.nanoTime()).isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  private static long rows(Database database) {
    return database
        .transactor()
        .get(sql ->
            sql.get(
                """
                select (select count(*) from person) + (select count(*) from account)
                  + (select count(*) from import_run) as n
                """,
                row -> row.number("n")));
  }
}
