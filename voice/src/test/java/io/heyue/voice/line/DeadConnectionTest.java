package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection to a trunk that breaks without a sign. */
@Timeout(120)
class DeadConnectionTest {
  @Test
  void whereNobodyAnswersOverAConnectionItIsClosedAndAnotherOpened() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    try (FallingSilent carrier = new FallingSilent();
        Telephone telephone =
            Telephone.open(
                SipSettings.plain(loopback),
                MediaSettings.anyPorts(loopback, InstantSource.system(), 7),
                notes::add);
        Exchange exchange =
            Exchange.open(
                List.of(trunk(carrier)),
                telephone,
                new Exchange.Settings(
                    Patience.USUAL, Duration.ofMillis(200), Duration.ofSeconds(1)),
                InstantSource.system(),
                notes::add)) {
      assertThat(notes.poll(60, TimeUnit.SECONDS)).isEqualTo("Trunk carrier says nothing.");
      assertThat(carrier.letGo.get(60, TimeUnit.SECONDS)).isTrue();
      assertThat(carrier.askedAnew.get(60, TimeUnit.SECONDS)).startsWith("OPTIONS ");
      assertThat(notes.poll(60, TimeUnit.SECONDS)).isEqualTo("Trunk carrier is well.");
      assertThat(exchange.figures().getFirst().well()).isTrue();
    }
  }

  private static Trunk trunk(FallingSilent carrier) {
    return new Trunk(
        "carrier",
        SipAddress.parse("sip:" + carrier.address() + ";transport=tcp"),
        Optional.empty(),
        Set.of(MadeUpCarriers.OURS),
        Trunk.Writing.PLUS,
        1,
        1,
        Secrecy.WHERE_OFFERED,
        false);
  }
}
