package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxTest {
  @Test
  void whatSeveralThreadsPutInRunsOneAfterTheOtherAndEachThreadsInItsOrder() throws Exception {
    int threads = 8;
    int each = 2_000;
    List<int[]> ran = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(threads * each);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Mailbox mailbox = new Mailbox(pool, _ -> {});
      for (int thread = 0; thread < threads; thread++) {
        int mine = thread;
        var _ =
            pool.submit(() -> {
              for (int at = 0; at < each; at++) {
                int mark = at;
                mailbox.execute(() -> {
                  ran.add(new int[] {mine, mark});
                  done.countDown();
                });
              }
            });
      }
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(ran).hasSize(threads * each);
    int[] last = new int[threads];
    for (int[] one : ran) {
      assertThat(one[1]).isEqualTo(last[one[0]]++);
    }
  }

  @Test
  void whatThrowsIsToldAndTheNextGoesOn() {
    List<Throwable> faults = new ArrayList<>();
    List<String> ran = new ArrayList<>();
    Mailbox mailbox = new Mailbox(Runnable::run, faults::add);
    mailbox.execute(() -> {
      throw new IllegalStateException("broken");
    });
    mailbox.execute(() -> ran.add("next"));
    assertThat(faults).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
    assertThat(ran).containsExactly("next");
  }

  @Test
  void whatIsPutInFromWithinRunsAfterwards() {
    List<String> ran = new ArrayList<>();
    Mailbox[] box = new Mailbox[1];
    box[0] = new Mailbox(Runnable::run, _ -> {});
    box[0].execute(() -> {
      box[0].execute(() -> ran.add("inner"));
      ran.add("outer");
    });
    assertThat(ran).containsExactly("outer", "inner");
  }
}
