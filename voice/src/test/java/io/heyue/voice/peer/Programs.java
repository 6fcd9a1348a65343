package io.heyue.voice.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that tests need and not every machine has. */
public final class Programs {
  /** The environment variable that makes a program that is missing a failure, if it is "must". */
  static final String PEERS = "HEYUE_PEERS";

  private Programs() {}

  /** Skips the test where a program is missing, or fails it where it must be there. */
  public static void require(String program, String debianPackage) {
    if (found(program)) {
      return;
    }
    String missing =
        "%s is not installed. Maybe: apt-get install %s.".formatted(program, debianPackage);
    if ("must".equals(System.getenv(PEERS))) {
      Assertions.fail(missing + " " + PEERS + " says that it must be there.");
    }
    Assumptions.abort(missing);
  }

  private static boolean found(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Ends a process and all that it started; waits until it is gone. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      boolean gone = process.waitFor(5, TimeUnit.SECONDS);
      if (!gone) {
        throw new IllegalStateException("Process " + process.pid() + " can't be ended.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
