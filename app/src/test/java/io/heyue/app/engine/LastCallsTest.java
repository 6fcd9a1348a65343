package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.phone.Dialler;
import io.heyue.voice.progress.Disposition;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Calls that end as the system does, whose turns are taken by threads of their own. */
class LastCallsTest extends CallHouse {
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Override
  Dialler dialler() {
    return dialler(task -> Thread.ofVirtual().start(() -> runLater(task)));
  }

  private void runLater(Runnable task) {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    task.run();
  }

  @Test
  void whatCameOfThemIsKeptOnceTheDiallerHasSettled() {
    campaign(1);
    tick();
    phone.last().ends(Disposition.CANCELLED);
    assertThat(text("select state as t from letter")).isEqualTo("sent");
    goOn.countDown();
    dialler.settle();
    assertThat(text("select state || ' ' || reason as t from letter"))
        .isEqualTo("failed cancelled");
    assertThat(text("select state as t from contact_permit")).isEqualTo("missed");
    provenWhole();
  }
}
