package io.heyue.app.house;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A part that opens on a thread of its own while other parts do. Closing it closes the part, also
 * one that is still on its way; a part that failed to open has nothing to close.
 */
final class Ahead<T extends AutoCloseable> implements AutoCloseable {
  private final CompletableFuture<T> coming = new CompletableFuture<>();

  private Ahead() {}

  /** Begins to open a part called {@code name}. */
  static <T extends AutoCloseable> Ahead<T> open(String name, Supplier<T> part) {
    Ahead<T> ahead = new Ahead<>();
    Thread.ofPlatform().name("opens " + name).start(() -> ahead.run(part));
    return ahead;
  }

  private void run(Supplier<T> part) {
    try {
      var _ = coming.complete(part.get());
    } catch (RuntimeException | Error e) {
      var _ = coming.completeExceptionally(e);
    }
  }

  /**
   * The part, as soon as it is open.
   *
   * @throws RuntimeException what it failed with
   */
  T get() {
    try {
      return coming.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw e;
      }
    }
  }

  @Override
  public void close() {
    T part;
    try {
      part = coming.join();
    } catch (CompletionException e) {
      // Whoever waited for it was told why.
      return;
    }
    try {
      part.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A part did not close.", e);
    }
  }
}
