package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatchTest {
  private static final long SECOND = 1_000_000_000L;
  private static final InetSocketAddress SIGNALLED = new InetSocketAddress("192.0.2.1", 4_000);
  private static final InetSocketAddress OTHER_PORT = new InetSocketAddress("192.0.2.1", 5_000);
  private static final InetSocketAddress THIRD_PORT = new InetSocketAddress("192.0.2.1", 6_000);
  private static final InetSocketAddress OTHER_HOST = new InetSocketAddress("192.0.2.9", 4_000);

  private final Latch latch = new Latch(false, Duration.ofSeconds(1));

  private boolean came(InetSocketAddress from, long now) {
    boolean admitted = latch.admits(from, now);
    if (admitted) {
      latch.heard(from, now);
    }
    return admitted;
  }

  @Test
  void beforeAnythingIsSignalledNobodyIsHeard() {
    assertThat(latch.admits(SIGNALLED, 0)).isFalse();
    assertThat(latch.target()).isNull();
  }

  @Test
  void whoSitsBehindARouterMovesUsOnce() {
    latch.signalled(SIGNALLED);
    assertThat(latch.target()).isEqualTo(SIGNALLED);
    assertThat(came(OTHER_PORT, 0)).isTrue();
    assertThat(latch.target()).isEqualTo(OTHER_PORT);
    assertThat(came(THIRD_PORT, 90 * SECOND)).isFalse();
    assertThat(came(OTHER_PORT, 91 * SECOND)).isTrue();
  }

  /** Somebody of a call of before may still send to the port, from the same machine. */
  @Test
  void whoWasSignalledHasTheirPlaceAsSoonAsTheySend() {
    latch.signalled(SIGNALLED);
    assertThat(came(OTHER_PORT, 0)).isTrue();
    assertThat(came(SIGNALLED, SECOND / 100)).isTrue();
    assertThat(latch.target()).isEqualTo(SIGNALLED);
    assertThat(came(OTHER_PORT, SECOND / 50)).isFalse();
  }

  @Test
  void whoSentLongBeforeAnybodyWasToBeHeardIsOfAnotherCall() {
    latch.early(OTHER_PORT, 0);
    latch.early(OTHER_PORT, SECOND / 2);
    latch.early(THIRD_PORT, SECOND / 2);
    latch.signalled(SIGNALLED);
    assertThat(came(OTHER_PORT, SECOND)).isFalse();
    assertThat(latch.target()).isEqualTo(SIGNALLED);
    assertThat(came(THIRD_PORT, SECOND)).as("its audio overtook its answer").isTrue();
  }

  @Test
  void nobodyTakesAStreamFromOneWhoIsSending() {
    latch.signalled(SIGNALLED);
    assertThat(came(SIGNALLED, 0)).isTrue();
    assertThat(came(OTHER_PORT, SECOND - 1)).isFalse();
    assertThat(came(SIGNALLED, SECOND - 1)).isTrue();
    assertThat(came(OTHER_PORT, SECOND + 1)).isFalse();
    assertThat(came(OTHER_PORT, 2 * SECOND)).isTrue();
    assertThat(latch.target()).isEqualTo(OTHER_PORT);
  }

  @Test
  void anotherHostIsHeardOnlyWhereThatIsAllowed() {
    latch.signalled(SIGNALLED);
    assertThat(came(OTHER_HOST, 0)).isFalse();
    Latch open = new Latch(true, Duration.ofSeconds(1));
    open.signalled(SIGNALLED);
    assertThat(open.admits(OTHER_HOST, 0)).isTrue();
  }

  @Test
  void signalledAnewItStaysOrGoesWhereItWasToldTo() {
    latch.signalled(SIGNALLED);
    assertThat(came(OTHER_PORT, 0)).isTrue();
    latch.signalled(SIGNALLED);
    assertThat(latch.target()).isEqualTo(OTHER_PORT);
    assertThat(came(THIRD_PORT, SECOND / 2)).isFalse();
    assertThat(came(THIRD_PORT, 2 * SECOND)).isTrue();
    latch.signalled(OTHER_HOST);
    assertThat(latch.target()).isEqualTo(OTHER_HOST);
    assertThat(came(SIGNALLED, 2 * SECOND)).isFalse();
    assertThat(came(OTHER_HOST, 2 * SECOND)).isTrue();
  }
}
