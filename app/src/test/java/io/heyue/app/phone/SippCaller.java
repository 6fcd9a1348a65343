package io.heyue.app.phone;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Debian's sipp, which calls us once by UDP from an address of the loopback. */
final class SippCaller implements AutoCloseable {
  private final Process process;
  private final Path screen;

  /**
   * @param scenario a file of the resources in {@code sipp/}
   * @param from its address
   * @param port where we are reached
   * @param called our number
   */
  SippCaller(Path folder, String scenario, String from, int port, String called)
      throws IOException {
    Path file = folder.resolve(scenario + ".xml");
    try (InputStream in =
        Objects.requireNonNull(
            SippCaller.class.getResourceAsStream("/sipp/" + scenario + ".xml"))) {
      Files.write(file, in.readAllBytes());
    }
    screen = folder.resolve("sipp.txt");
    process =
        new ProcessBuilder(
                List.of(
                    "sipp",
                    "-sf",
                    file.toString(),
                    "-t",
                    "u1",
                    "-i",
                    from,
                    "-mi",
                    from,
                    "-s",
                    called,
                    "-m",
                    "1",
                    "-nostdin",
                    "-timeout",
                    "20",
                    "-timeout_error",
                    "127.0.0.1:" + port))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile())
            .start();
  }

  /** Skips the test where sipp is missing, or fails it where HEYUE_PEERS is "must". */
  static void present() {
    if (Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "sipp")))) {
      return;
    }
    String missing = "sipp is not installed. Maybe: apt-get install sip-tester.";
    if ("must".equals(System.getenv("HEYUE_PEERS"))) {
      Assertions.fail(missing);
    }
    Assumptions.abort(missing);
  }

  /** Its screen where the other side did otherwise than its scenario says; else nothing. */
  String complaint() throws IOException, InterruptedException {
    boolean over = process.waitFor(30, TimeUnit.SECONDS);
    return over && process.exitValue() == 0 ? "" : Files.readString(screen);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
