package io.heyue.sim.demo;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.InstallationFailure;
import io.heyue.store.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of a demonstration, for one process at a time: the operating system keeps the
 * lock, so a killed one leaves none behind.
 */
final class DemoFolder implements AutoCloseable {
  private static final String LOCK = "demo.lock";

  /** What outlives a demonstration. */
  private static final Set<String> KEPT = Set.of(LOCK, "heyue.yaml", "installation");

  private final Path folder;
  private final FileChannel lock;

  private DemoFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder and empties it.
   *
   * @throws InstallationFailure if another demonstration runs in it
   */
  static DemoFolder take(Installation installation) {
    Path folder = installation.folder();
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new InstallationFailure(
            "A demonstration is running in "
                + folder
                + " already. Maybe it should be ended first; or HEYUE_DEMO_HOME names another folder.");
      }
      DemoFolder taken = new DemoFolder(folder, channel);
      taken.empty();
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another demonstration of this very process
    }
  }

  /** A server that was left behind is found, and ended, before its files go. */
  private void empty() throws IOException {
    if (Files.exists(folder.resolve("postgres/cluster/postmaster.pid"))) {
      Database.embedded(folder).close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !KEPT.contains(folder.relativize(file).toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
