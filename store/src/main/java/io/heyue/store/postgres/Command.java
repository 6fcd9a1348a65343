package io.heyue.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of the operating system, run to its end with a time limit.
 *
 * @param output what it printed, both streams
 */
record Command(int status, String output) {

  boolean succeeded() {
    return status == 0;
  }

  /** Runs {@code words}; a program that can't be found ends with status 127, as in a shell. */
  static Command run(Duration limit, List<String> words) {
    Path output = null;
    try {
      // A file, not a pipe: a daemon that the program leaves behind would keep a pipe open.
      output = Files.createTempFile("heyue", ".out");
      Process process =
          new ProcessBuilder(new ArrayList<>(words))
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .directory(Path.of("/").toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Command(124, "It did not end within " + limit.toSeconds() + " s.");
      }
      return new Command(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Command(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Command(130, "Interrupted while waiting for it.");
    } finally {
      remove(output);
    }
  }

  private static void remove(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
