package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnEarsTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void whoListensHearsAlsoAfterBeginningAnewAndWhoIsClosedDoesNot() {
    SipEndpoint endpoint = SipEndpoint.open(SipSettings.plain(HOST), _ -> {});
    int udp = endpoint.address(Transport.UDP).port();
    try (endpoint) {
      assertThat(new OwnEars(HOST, "a").byUdp(udp, LONG)).isTrue();
      assertThat(endpoint.hears(LONG)).isTrue();
      endpoint.drain();
      assertThat(endpoint.hears(LONG)).isTrue();
      endpoint.beginAnew();
      assertThat(endpoint.address(Transport.UDP).port()).isEqualTo(udp);
      assertThat(endpoint.hears(LONG)).isTrue();
    }
    assertThat(new OwnEars(HOST, "c").byUdp(udp, SHORT)).isFalse();
  }
}
