package io.heyue.app.house;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened so far, to be closed in the opposite order. Not thread-safe. */
final class Undoing implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    opened.push(part);
    return part;
  }

  /** Closes everything, also where one part fails to close; that failure is thrown at the end. */
  @Override
  public void close() {
    RuntimeException failure = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        RuntimeException now =
            e instanceof RuntimeException r
                ? r
                : new IllegalStateException("A part did not close.", e);
        if (failure == null) {
          failure = now;
        } else {
          failure.addSuppressed(now);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
