package io.heyue.app.engine;

import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SqlFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process of eight workers: {@code Worker FOLDER SEED HANDED}. For each instant that it reads it
 * does what is due then, and says {@code done}; every letter that it hands over it first notes in
 * the file HANDED. Where a number follows it dies in the moment in which so many are handed over.
 */
final class Worker {
  private static final int WORKERS = 8;

  private Worker() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path handed = Path.of(arguments[2]);
    int last = arguments.length > 3 ? Integer.parseInt(arguments[3]) : Integer.MAX_VALUE;
    Street street = new Street();
    street.answers(letter -> {
      note(handed, letter);
      if (street.letters().size() >= last) {
        // As if somebody pulled the plug: nothing is ended, nothing is closed.
        Runtime.getRuntime().halt(9);
      }
      return new Handed.Accepted(letter.id().toString());
    });
    try (Lender lender =
            new Lender(folder, Database.embedded(folder), Long.parseLong(arguments[1]), street);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      say("ready");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        lender.at(Instant.parse(line));
        work(lender, workers);
        say("done");
      }
    } catch (SqlFailure e) {
      // The server was killed. Whoever started us sees to it that we are started again.
      System.exit(3);
    }
  }

  private static void work(Lender lender, ExecutorService workers) throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      tasks.add(() -> all(lender));
    }
    for (Future<Integer> future : workers.invokeAll(tasks)) {
      try {
        var _ = future.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof SqlFailure failure ? failure : e;
      }
    }
  }

  private static int all(Lender lender) {
    int total = 0;
    int worked;
    do {
      worked =
          lender.engine.campaigns().step(lender.now(), 5)
              + lender.engine.courier().deliver(lender.now(), 20);
      total += worked;
    } while (worked > 0);
    return total;
  }

  private static void note(Path file, Letter letter) {
    try {
      Files.writeString(
          file, letter.id() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }

  /** Another process of eight workers, ready to work. */
  static Other start(Path folder, long seed, Path handed) throws IOException {
    return start(folder, seed, handed, Integer.MAX_VALUE);
  }

  /** One that dies when it has handed over so many letters. */
  static Other start(Path folder, long seed, Path handed, int last) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dheyue.root=" + System.getProperty("heyue.root"),
                Worker.class.getName(),
                folder.toString(),
                Long.toString(seed),
                handed.toString(),
                Integer.toString(last))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    Other other =
        new Other(
            process,
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    other.awaits("ready");
    return other;
  }

  /** Such a process, seen from outside. */
  record Other(Process process, BufferedReader lines) implements AutoCloseable {
    void tell(Instant now) throws IOException {
      process.getOutputStream().write((now + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }

    /** Reads until {@code word} comes; says whether it came before the process ended. */
    boolean awaits(String word) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(word)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
