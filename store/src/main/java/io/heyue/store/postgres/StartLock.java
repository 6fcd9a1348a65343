package io.heyue.store.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds it may start or stop the server of a folder: one thread of one process. A killed
 * process loses it at once, because the kernel keeps the lock on the file.
 */
final class StartLock implements AutoCloseable {
  // A process loses its file lock when it closes any channel to that file, so only one is open.
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final FileChannel channel;

  private StartLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else holds the lock. */
  static StartLock take(Path file) {
    IN_THIS_PROCESS.lock();
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new StartLock(channel);
    } catch (IOException e) {
      release(channel);
      throw new PostgresFailure("Can't lock " + file + ". Maybe it belongs to another user.", e);
    }
  }

  @Override
  public void close() {
    release(channel);
  }

  private static void release(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new PostgresFailure("Can't unlock the start of the server.", e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
