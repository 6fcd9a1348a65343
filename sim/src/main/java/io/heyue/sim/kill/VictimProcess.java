package io.heyue.sim.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Victim}, seen from outside. */
final class VictimProcess implements AutoCloseable {
  private static final long PATIENCE_S = 120;
  private static final String GONE = "gone";

  private final Victim.Orders orders;
  private final Process process;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final Path log;

  private VictimProcess(Victim.Orders orders, Process process, Path log) {
    this.orders = orders;
    this.process = process;
    this.log = log;
    Thread.ofVirtual().name("victim says").start(this::listen);
  }

  /** Starts one and waits until it is up. */
  static VictimProcess start(Victim.Orders orders, String name) throws InterruptedException {
    Path log = orders.folder().resolveSibling(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dheyue.root=" + System.getProperty("heyue.root", ""),
                Victim.class.getName(),
                orders.folder().toString(),
                orders.carrier(),
                Integer.toString(orders.port()),
                Integer.toString(orders.channels()),
                Long.toString(orders.ahead().toSeconds()))
            .redirectError(log.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      VictimProcess victim = new VictimProcess(orders, builder.start(), log);
      victim.await("up");
      return victim;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a log are read too, so that it never waits for us. */
  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("up") || line.equals("done")) {
          said.add(line);
        }
      }
    } catch (IOException e) {
      // It was killed in the middle of a word.
    } finally {
      said.add(GONE);
    }
  }

  private void await(String word) throws InterruptedException {
    String came = said.poll(PATIENCE_S, TimeUnit.SECONDS);
    if (!word.equals(came)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "The system said "
              + came
              + " instead of "
              + word
              + ". Maybe its log tells why: "
              + log().strip());
    }
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return log + " can't be read";
    }
  }

  /** Has it obey and waits until it has. */
  void obey(String order) throws InterruptedException {
    try {
      process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("done");
  }

  /** Ends it at once (SIGKILL), in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Process " + process.pid() + " outlives its killing.");
    }
  }

  /** Ends its database server at once. */
  void killDatabase() {
    try {
      Path file = orders.folder().resolve("postgres/cluster/postmaster.pid");
      long server = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      if (!ProcessHandle.of(server).orElseThrow().destroyForcibly()) {
        throw new IllegalStateException("Process " + server + " can't be killed.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it in order, by force where that takes too long. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
