package io.heyue.bench;

import io.heyue.voice.sip.SipAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process of {@link PhonePeer}, or of another that takes calls. It ends when we close it, and
 * when we end.
 */
final class PeerProcess implements AutoCloseable {
  private static final long PATIENCE = 20;

  private final Process process;
  private final BufferedReader said;
  private final SipAddress address;

  private PeerProcess(Process process) throws IOException {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    this.address =
        Optional.ofNullable(line)
            .flatMap(SipAddress::find)
            .orElseThrow(() ->
                new IOException(
                    "The other side said '"
                        + line
                        + "'. Maybe its ports from "
                        + PhonePeer.FIRST_PORT
                        + " on are taken."));
  }

  static PeerProcess start(long seed) {
    return start(PhonePeer.class, Long.toString(seed));
  }

  /**
   * Starts another that does the same.
   *
   * @param main prints its address, waits for the end of its input, and prints two numbers
   */
  static PeerProcess start(Class<?> main, String... arguments) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Xmx512m");
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add(main.getName());
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      return new PeerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SipAddress address() {
    return address;
  }

  /** Time of processors that it took so far. */
  Duration busy() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The two numbers that it prints: packets that came and that it missed; ends it. */
  long[] end() {
    try {
      process.getOutputStream().close();
      String line = said.readLine();
      String[] words = line == null ? new String[0] : line.split(" ", -1);
      return words.length == 2
          ? new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])}
          : new long[] {0, 0};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
