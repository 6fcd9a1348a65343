package io.heyue.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AheadTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void aPartThatIsStillOnItsWayIsClosedToo() {
    CountDownLatch asked = new CountDownLatch(1);
    Ahead<String> ahead =
        Ahead.open(
            "slow",
            () -> {
              await(asked);
              return "slow";
            },
            closed::add);
    asked.countDown();
    ahead.close();
    assertThat(closed).containsExactly("slow");
  }

  @Test
  void aPartIsOpenedOnceHoweverOftenItIsAskedFor() {
    try (Ahead<Object> ahead = Ahead.open("part", Object::new, _ -> closed.add("part"))) {
      assertThat(ahead.get()).isSameAs(ahead.get());
    }
    assertThat(closed).containsExactly("part");
  }

  @Test
  void whatAPartFailsWithIsThrownAsItIsAndThereIsNothingToClose() {
    IllegalStateException fault = new IllegalStateException("no port");
    Ahead<String> ahead =
        Ahead.open(
            "broken",
            () -> {
              throw fault;
            },
            closed::add);
    assertThatThrownBy(ahead::get).isSameAs(fault);
    assertThatCode(ahead::close).doesNotThrowAnyException();
    assertThat(closed).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
