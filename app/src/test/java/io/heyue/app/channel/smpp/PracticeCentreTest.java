package io.heyue.app.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.channel.Inbox;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letters;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The centre that stands in for one, with the carrier that real centres are spoken to by. */
@Timeout(60)
class PracticeCentreTest {
  private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
  private final Inbox inbox = new Inbox();
  private PracticeCentre centre;

  @BeforeEach
  void open() throws IOException {
    centre = new PracticeCentre(0, "practice", (to, words) -> shown.add(to + " " + words));
  }

  @AfterEach
  void close() throws IOException {
    centre.close();
  }

  private SmppCarrier carrier(String password) {
    SmppCarrier carrier =
        new SmppCarrier(
            SmppSettings.of("127.0.0.1", centre.port(), "practice", password, "10690000"), inbox);
    carrier.start();
    return carrier;
  }

  @Test
  void aLongMessageIsShownWholeAndSaidToBeDelivered() throws Exception {
    String words = "您好，这里是晴川消费金融委托的和约智能助手。".repeat(8);
    try (SmppCarrier carrier = carrier("practice")) {
      assertThat(carrier.ready(Duration.ofSeconds(20))).isTrue();
      Handed handed = carrier.hand(Letters.text(words));
      assertThat(handed).isInstanceOf(Handed.Accepted.class);
      assertThat(shown.poll(10, TimeUnit.SECONDS)).isEqualTo("+8610000000007 " + words);
      assertThat(inbox.next())
          .isEqualTo(new Inbox.Arrival(((Handed.Accepted) handed).reference(), "delivered"));
    }
  }

  @Test
  void whatIsTypedArrivesAsAnAnswer() throws Exception {
    assertThat(centre.answer("+8610000000007", "退订")).isFalse();
    try (SmppCarrier carrier = carrier("practice")) {
      assertThat(carrier.ready(Duration.ofSeconds(20))).isTrue();
      assertThat(centre.answer("+8610000000007", "退订")).isTrue();
      assertThat(inbox.next()).isEqualTo(new Inbox.Arrival("+8610000000007", "退订"));
    }
  }

  @Test
  void anotherPasswordIsRefused() throws Exception {
    try (SmppCarrier carrier = carrier("wrong")) {
      assertThat(carrier.ready(Duration.ofSeconds(2))).isFalse();
    }
  }
}
