package io.heyue.app.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link ServerProcess}, seen from outside; it can be killed at any moment. */
final class OtherServer implements AutoCloseable {
  private final Path folder;
  private final Process process;
  private final int port;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private OtherServer(Path folder, Process process, int port, String key) {
    this.folder = folder;
    this.process = process;
    this.port = port;
    this.key = key;
  }

  /** Starts one and waits until it listens. */
  static OtherServer start(Path folder, int centre, Duration ahead, String name)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dheyue.root=" + System.getProperty("heyue.root"),
                ServerProcess.class.getName(),
                folder.toString(),
                Integer.toString(centre),
                Long.toString(ahead.toSeconds()),
                name)
            .redirectError(folder.resolveSibling("server-" + name + ".log").toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("listens ")) {
        String[] words = line.split(" ", 3);
        return new OtherServer(folder, process, Integer.parseInt(words[1]), words[2]);
      }
    }
    throw new IllegalStateException(
        "The server did not come up: "
            + Files.readString(folder.resolveSibling("server-" + name + ".log")));
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Posts as an operator; empty if no answer came, so that nobody knows what was done. */
  Optional<HttpResponse<String>> post(String path, String type, String body)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Optional.of(
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Ends it at once, in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Process " + process.pid() + " outlives its killing.");
    }
  }

  /** Ends the database server at once. */
  void killDatabase() throws IOException {
    String first =
        Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst().strip();
    if (!ProcessHandle.of(Long.parseLong(first)).orElseThrow().destroyForcibly()) {
      throw new IllegalStateException("Process " + first + " can't be killed.");
    }
  }

  /** Ends it in order. */
  @Override
  public void close() {
    client.shutdownNow();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
