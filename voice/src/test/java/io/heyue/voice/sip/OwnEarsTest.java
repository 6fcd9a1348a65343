package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnEarsTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(100);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void whoListensHearsAlsoAfterBeginningAnewAndWhoIsClosedDoesNot(String address) {
    InetAddress host = InetAddress.ofLiteral(address);
    assumeTrue(isOurs(host), "This machine has no " + address);
    SipEndpoint endpoint = SipEndpoint.open(SipSettings.plain(host), _ -> {});
    int udp = endpoint.address(Transport.UDP).port();
    try (endpoint) {
      assertThat(new OwnEars(host, "a").byUdp(udp, LONG)).isTrue();
      assertThat(endpoint.hears(LONG)).isTrue();
      endpoint.drain();
      assertThat(endpoint.hears(LONG)).isTrue();
      endpoint.beginAnew();
      assertThat(endpoint.address(Transport.UDP).port()).isEqualTo(udp);
      assertThat(endpoint.hears(LONG)).isTrue();
    }
    assertThat(new OwnEars(host, "c").byUdp(udp, SHORT)).isFalse();
  }

  private static boolean isOurs(InetAddress address) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
      return socket.isBound();
    } catch (SocketException e) {
      return false;
    }
  }
}
