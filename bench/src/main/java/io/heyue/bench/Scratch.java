package io.heyue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of one benchmark, removed when it is closed. It lies in the checkout, because a
 * temporary folder may lie in memory, where a commit costs nothing.
 */
record Scratch(Path folder) implements AutoCloseable {
  static Scratch in(Path root) {
    try {
      Path parent = Files.createDirectories(root.resolve("bench/target/scratch").toAbsolutePath());
      // The database server may run as another user, who must pass through.
      return new Scratch(
          Files.createTempDirectory(
              parent,
              "run-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
