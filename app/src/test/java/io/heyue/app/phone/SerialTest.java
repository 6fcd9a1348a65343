package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SerialTest {
  @Test
  void nothingIsDoneBeforeItIsOpened() {
    List<Integer> done = new ArrayList<>();
    Serial serial = new Serial(Runnable::run);
    serial.execute(() -> done.add(1));
    assertThat(done).isEmpty();
    serial.execute(() -> serial.execute(() -> done.add(3)));
    serial.execute(() -> done.add(2));
    serial.open();
    assertThat(done).containsExactly(1, 2, 3);
  }

  @Test
  void oneThingIsDoneAfterTheOther() throws InterruptedException {
    int many = 10_000;
    List<Integer> done = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(many);
    Serial serial = new Serial(task -> Thread.ofVirtual().start(task));
    serial.open();
    for (int i = 0; i < many; i++) {
      int number = i;
      serial.execute(() -> {
        done.add(number);
        all.countDown();
      });
    }
    all.await();
    assertThat(done).hasSize(many).isSorted();
  }
}
