package io.heyue.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * The folder of an embedded server: its tables, its password, its log.
 *
 * <pre>
 * folder/cluster      the server's own data, owned by the user that runs it
 * folder/log          what it reports
 * folder/password     of its only user, mode 0600
 * folder/port         where it listened last, so that it listens there again
 * folder/start.lock   see {@link StartLock}
 * </pre>
 */
record Cluster(Path folder, Path binaries, RunAs runAs) {
  static final String USER = "heyue";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  static Cluster at(Path folder) {
    try {
      makeFolder(folder);
      Path real = folder.toRealPath();
      Path binaries = Binaries.unpacked(Binaries.cacheFolder());
      return new Cluster(real, binaries, RunAs.choose(real, real.resolve("cluster"), binaries));
    } catch (IOException e) {
      throw new PostgresFailure(
          "Can't make the folder " + folder + ". Maybe it is not writable.", e);
    }
  }

  /** Others may pass through, for the server's user does, but see nothing. */
  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    }
  }

  Path tables() {
    return folder.resolve("cluster");
  }

  Path lock() {
    return folder.resolve("start.lock");
  }

  private Path logFolder() {
    return folder.resolve("log");
  }

  Path log() {
    return logFolder().resolve("postgres.log");
  }

  Path port() {
    return folder.resolve("port");
  }

  /** The password of the server's only user. */
  String password() {
    try {
      return Files.readString(folder.resolve("password")).strip();
    } catch (IOException e) {
      throw new PostgresFailure(
          "Can't read "
              + folder.resolve("password")
              + ". Maybe the data folder belongs to another user.",
          e);
    }
  }

  /** Makes password and tables where there are none. Call it under the {@link StartLock}. */
  void makeIfMissing() {
    try {
      if (!Files.exists(tables().resolve("PG_VERSION"))) {
        make();
      }
      if (!Files.isDirectory(logFolder())) {
        own(Files.createDirectories(logFolder()));
      }
    } catch (IOException e) {
      throw new PostgresFailure(
          "Can't make the tables in " + folder + ". Maybe the disk is full or not writable.", e);
    }
  }

  private void make() throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Path fresh = folder.resolve("cluster.new");
    Path passwordOfServer = folder.resolve("password.new");
    Binaries.remove(fresh);
    Files.deleteIfExists(passwordOfServer);
    own(Files.createDirectory(fresh));
    writeSecret(passwordOfServer, password);
    own(passwordOfServer);
    try {
      initialise(fresh, passwordOfServer);
    } finally {
      Files.deleteIfExists(passwordOfServer);
    }
    Files.deleteIfExists(folder.resolve("password"));
    writeSecret(folder.resolve("password"), password);
    Files.move(fresh, tables(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void initialise(Path fresh, Path password) {
    Command made =
        Command.run(
            LIMIT,
            runAs.words(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    if (!made.succeeded()) {
      throw new PostgresFailure(
          "initdb in " + fresh + " ended with status " + made.status() + ": " + made.output());
    }
  }

  private static void writeSecret(Path file, String secret) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE);
  }

  private void own(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
    if (!runAs.owner().isEmpty()) {
      Files.setOwner(
          path,
          path.getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(runAs.owner()));
    }
  }
}
