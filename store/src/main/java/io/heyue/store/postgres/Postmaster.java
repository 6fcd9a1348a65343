package io.heyue.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  private static final Path PROCESSES = Path.of("/proc");

  /**
   * The server of {@code cluster}, if one runs. A file that a dead server left, or whose process
   * number now belongs to another program or to the server of another folder (as happens in
   * containers), is taken away.
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
      if (found.serves(cluster)) {
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

  /** Whether it runs; a process that is dead but that nobody took note of doesn't. */
  boolean alive() {
    return process()
            .filter(ProcessHandle::isAlive)
            .map(process -> process.info().command().orElse("postgres").endsWith("postgres"))
            .orElse(false)
        && !ended();
  }

  /** Whether it runs and works in {@code cluster}: a postmaster goes there before all else. */
  private boolean serves(Path cluster) {
    if (!alive()) {
      return false;
    }
    try {
      return Files.isSameFile(PROCESSES.resolve(pid + "/cwd"), cluster);
    } catch (IOException e) {
      // No /proc here, or the process belongs to somebody else: the file's word must do.
      return true;
    }
  }

  /**
   * Dead, but kept by the kernel until its parent asks for it (state Z or X in {@code proc(5)});
   * after {@code kill -9} in a container whose first process asks for nobody, for good.
   */
  private boolean ended() {
    try {
      String line = Files.readString(PROCESSES.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
      // The program's name in brackets may hold anything; the state comes after the last of them.
      char state = line.charAt(line.lastIndexOf(')') + 2);
      return state == 'Z' || state == 'X';
    } catch (IOException e) {
      return false;
    }
  }
}
