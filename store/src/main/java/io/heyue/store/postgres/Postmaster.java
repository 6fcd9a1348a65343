package io.heyue.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The running server of a cluster, as its {@code postmaster.pid} tells.
 *
 * @param pid its process
 * @param port where it listens on 127.0.0.1
 */
record Postmaster(long pid, int port) {

  /**
   * The server of {@code cluster}, if one runs. A file that a dead server left, or whose process
   * number now belongs to another program (as happens in containers), is taken away.
   */
  static Optional<Postmaster> find(Path cluster) {
    Path file = cluster.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 4) {
        return Optional.empty();
      }
      Postmaster found =
          new Postmaster(
              Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()));
      if (found.alive()) {
        return Optional.of(found);
      }
      Files.deleteIfExists(file);
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new PostgresFailure(
          "Can't read " + file + ". Maybe the server is just stopping; try again.", e);
    }
  }

  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid);
  }

  private boolean alive() {
    return process()
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().orElse("postgres").endsWith("postgres"))
        .orElse(false);
  }
}
