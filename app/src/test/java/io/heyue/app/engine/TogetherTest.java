package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** That what many want is done together, and that nobody pays for another. */
class TogetherTest {
  private final List<List<Integer>> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);

  private Together<Integer> together(int most, Consumer<List<Integer>> work) {
    return new Together<>(
        most,
        Duration.ZERO,
        some -> {
          work.accept(some);
          done.add(some);
        });
  }

  /** Holds the first back until all others wait. */
  private List<CompletableFuture<Void>> all(
      Together<Integer> together, ExecutorService threads, CountDownLatch first, int count)
      throws InterruptedException {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int piece = i;
      all.add(CompletableFuture.runAsync(() -> together.add(piece, true), threads));
      begun.await();
      while (together.waiting() < i) {
        Thread.onSpinWait();
      }
    }
    first.countDown();
    return all;
  }

  private void await(CountDownLatch latch) {
    begun.countDown();
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWaitedIsDoneAtOnceInTheOrderInWhichItCame() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    Together<Integer> together = together(4, _ -> await(first));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all(together, threads, first, 8).forEach(CompletableFuture::join);
    }
    assertThat(done).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6, 7));
  }

  @Test
  void whoeverFailsFailsAlone() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    Together<Integer> together =
        together(
            9,
            some -> {
              await(first);
              if (some.contains(2)) {
                throw new IllegalArgumentException("2");
              }
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = all(together, threads, first, 5);
      assertThatThrownBy(() -> all.get(2).join())
          .isInstanceOf(CompletionException.class)
          .hasRootCauseInstanceOf(IllegalArgumentException.class);
      all.remove(2);
      all.forEach(CompletableFuture::join);
    }
    assertThat(done).containsExactly(List.of(0), List.of(1), List.of(3), List.of(4));
  }
}
