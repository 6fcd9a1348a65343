package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WorkingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void itSettlesWhenTheLastTaskIsDone() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Working working = new Working(task -> Thread.ofVirtual().start(task));
    assertThat(working.settles(MINUTE)).isTrue();
    for (int i = 0; i < 3; i++) {
      working.execute(() -> {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
    assertThat(working.settles(Duration.ZERO)).isFalse();
    assertThat(working.settles(Duration.ofMillis(1))).isFalse();
    goOn.countDown();
    assertThat(working.settles(MINUTE)).isTrue();
  }

  @Test
  void whatFailsOrNeverBeginsIsWaitedForNoLonger() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    Working working = new Working(tasks::add);
    working.execute(() -> {
      throw new IllegalStateException("failed on purpose");
    });
    assertThat(working.settles(Duration.ZERO)).isFalse();
    assertThatThrownBy(tasks.remove()::run).hasMessage("failed on purpose");
    assertThat(working.settles(Duration.ZERO)).isTrue();
    Working closed =
        new Working(_ -> {
          throw new RejectedExecutionException("closed on purpose");
        });
    assertThatThrownBy(() -> closed.execute(() -> {})).hasMessage("closed on purpose");
    assertThat(closed.settles(Duration.ZERO)).isTrue();
  }
}
