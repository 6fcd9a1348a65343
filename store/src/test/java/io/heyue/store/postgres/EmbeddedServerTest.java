package io.heyue.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EmbeddedServerTest {
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server test-");
  }

  @AfterEach
  void removeFolder() throws IOException {
    postmaster().flatMap(Postmaster::process).ifPresent(ProcessHandle::destroy);
    Binaries.remove(folder);
  }

  @Test
  void commitsAreDurableAndPasswordsAreNeeded() throws IOException {
    try (Database database = Database.embedded(folder)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(database, "data_checksums")).isEqualTo("on");
      Path password = folder.resolve("postgres/password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      String url = "jdbc:postgresql://127.0.0.1:" + setting(database, "port") + "/heyue";
      assertThatThrownBy(() -> DriverManager.getConnection(url, "heyue", "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void rowsOutliveTheServer() {
    try (Database database = Database.embedded(folder)) {
      database.transactor().run(sql -> sql.update("create table kept (n bigint)"));
      database.transactor().run(sql -> sql.update("insert into kept values (?)", 7L));
    }
    assertThat(postmaster()).isEmpty();
    try (Database database = Database.embedded(folder)) {
      assertThat(kept(database)).isEqualTo(7);
    }
  }

  @Test
  void theLastOneToLeaveStopsTheServer() {
    Database first = Database.embedded(folder);
    Database second = Database.embedded(folder, "another");
    first.close();
    assertThat(postmaster()).isPresent();
    assertThat(setting(second, "fsync")).isEqualTo("on");
    second.close();
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void theServerOfAKilledProcessIsUsedOn() throws IOException, InterruptedException {
    Process other = otherProcess();
    long pid = postmaster().orElseThrow().pid();
    other.destroyForcibly().waitFor();
    try (Database database = Database.embedded(folder)) {
      assertThat(postmaster()).map(Postmaster::pid).hasValue(pid);
      assertThat(setting(database, "fsync")).isEqualTo("on");
    }
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void anotherProcessKeepsTheServerAlive() throws IOException, InterruptedException {
    Process other = otherProcess();
    Database.embedded(folder).close();
    assertThat(postmaster()).isPresent();
    other.getOutputStream().close();
    assertThat(other.waitFor()).isZero();
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void aKilledServerIsStartedAgain() {
    try (Database database = Database.embedded(folder)) {
      database.transactor().run(sql -> sql.update("create table kept (n bigint)"));
      database.transactor().run(sql -> sql.update("insert into kept values (?)", 7L));
      Postmaster first = postmaster().orElseThrow();
      first.process().orElseThrow().destroyForcibly();
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (postmaster().map(Postmaster::pid).orElse(first.pid()) == first.pid()) {
        assertThat(System.nanoTime()).isLessThan(end);
        Connections.pause(Duration.ofMillis(20));
      }
      assertThat(keptWhenBack(database, end)).isEqualTo(7);
    }
  }

  @Test
  void aProcessNumberThatNowBelongsToAnotherProgramIsNoServer() throws IOException {
    Database.embedded(folder).close();
    Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n" + folder + "\n1\n1\n");
    try (Database database = Database.embedded(folder)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void aServerThatIsDeadButThatNobodyTookNoteOfIsNoServer() throws Exception {
    Database.embedded(folder).close();
    // The shell's child ends, and what the shell became never asks for it.
    Process parent =
        new ProcessBuilder("sh", "-c", "sh -c 'exit 0' & echo $!; exec sleep 100").start();
    try (BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      long dead = Long.parseLong(lines.readLine());
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (new Postmaster(dead, 1).alive()) {
        assertThat(System.nanoTime()).isLessThan(end);
        Connections.pause(Duration.ofMillis(20));
      }
      Files.writeString(pidFile(), dead + "\n" + folder + "\n1\n1\n");
      try (Database database = Database.embedded(folder)) {
        assertThat(setting(database, "fsync")).isEqualTo("on");
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aServerThatDiesWhileItIsAwaitedIsStartedAgain() throws Exception {
    Database.embedded(folder).close();
    Path cluster = folder.resolve("postgres/cluster").toRealPath();
    Process dying =
        new ProcessBuilder(program().toString(), "2").directory(cluster.toFile()).start();
    Files.writeString(pidFile(), dying.pid() + "\n" + folder + "\n1\n1\n");
    assertThat(postmaster()).map(Postmaster::pid).hasValue(dying.pid());
    try (Database database = Database.embedded(folder)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(postmaster()).map(Postmaster::pid).get().isNotEqualTo(dying.pid());
    }
  }

  @Test
  void theServerOfAnotherFolderIsNotOurs() throws Exception {
    Database.embedded(folder).close();
    Process other =
        new ProcessBuilder(program().toString(), "100").directory(folder.toFile()).start();
    try {
      Files.writeString(pidFile(), other.pid() + "\n" + folder + "\n1\n1\n");
      try (Database database = Database.embedded(folder)) {
        assertThat(setting(database, "fsync")).isEqualTo("on");
      }
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aHalfMadeClusterIsMadeAnew() throws IOException {
    Files.createDirectories(folder.resolve("postgres/cluster.new/base"));
    try (Database database = Database.embedded(folder)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void anUnreachableServerIsNamedWithoutItsPassword() {
    assertThatThrownBy(() -> Database.at("jdbc:postgresql://127.0.0.1:1/x", "me", "s3cret"))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("s3cret");
  }

  private Process otherProcess() throws IOException {
    Process other =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo("ready");
    return other;
  }

  private Path pidFile() {
    return folder.resolve("postgres/cluster/postmaster.pid");
  }

  /** Another program that is called as the server is. */
  private Path program() throws IOException {
    Path program = Files.createDirectory(folder.resolve("bin")).resolve("postgres");
    return Files.copy(Path.of("/bin/sleep"), program, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Optional<Postmaster> postmaster() {
    return Postmaster.find(folder.resolve("postgres/cluster"));
  }

  private static long keptWhenBack(Database database, long end) {
    while (true) {
      try {
        return kept(database);
      } catch (SqlFailure e) {
        assertThat(System.nanoTime()).isLessThan(end);
        Connections.pause(Duration.ofMillis(20));
      }
    }
  }

  private static long kept(Database database) {
    return database.transactor().get(sql -> sql.get("select n from kept", row -> row.number("n")));
  }

  private static String setting(Database database, String name) {
    return database
        .transactor()
        .get(sql -> sql.get("select current_setting(?) as value", row -> row.text("value"), name));
  }
}
