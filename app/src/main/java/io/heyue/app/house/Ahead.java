package io.heyue.app.house;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A part that opens on a thread of its own while other parts do. Closing it closes the part, also
 * one that is still on its way; a part that failed to open has nothing to close.
 */
final class Ahead<T> implements AutoCloseable {
  private final CompletableFuture<T> coming = new CompletableFuture<>();
  private final Consumer<T> closing;

  private Ahead(Consumer<T> closing) {
    this.closing = closing;
  }

  /** Begins to open a part called {@code name}, which {@code closing} closes. */
  static <T> Ahead<T> open(String name, Supplier<T> part, Consumer<T> closing) {
    Ahead<T> ahead = new Ahead<>(closing);
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
    closing.accept(part);
  }
}
