package io.heyue.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One embedded server for all tests of a JVM, with a fresh database for whoever asks. */
public final class SharedServer {
  private static final Path FOLDER = temporary();
  private static final Database KEEPER = keeper();

  private SharedServer() {}

  /** An empty database with all tables; close it after the test. */
  public static Database freshDatabase() {
    return Database.embedded(FOLDER, "t" + UUID.randomUUID().toString().replace("-", ""));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database keeper() {
    Database keeper = Database.embedded(FOLDER);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              KEEPER.close();
              try {
                Binaries.remove(FOLDER);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
    return keeper;
  }
}
