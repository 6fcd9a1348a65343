package io.heyue.core.base;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What was opened so far, to be closed in the opposite order. Not thread-safe. */
public final class Undoing implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  public <T extends AutoCloseable> T add(T part) {
    opened.push(part);
    return part;
  }

  /**
   * Closes everything, also where one part fails to close; that failure is thrown at the end, with
   * those of others in it.
   */
  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    close(failure ->
        failures.add(
            failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("A part did not close.", failure)));
    if (!failures.isEmpty()) {
      RuntimeException first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Closes everything, and tells of each part that fails to close. */
  public void close(Consumer<? super Exception> failed) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failed.accept(e);
      }
    }
  }
}
