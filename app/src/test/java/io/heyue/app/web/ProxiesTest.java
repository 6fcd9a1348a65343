package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.installation.AddressRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who asked, by what proxies say, and by what people make up. */
class ProxiesTest {
  private final Proxies proxies =
      new Proxies(
          Stream.of("10.0.0.0/8", "192.168.7.1", "fd00::/8").map(AddressRange::parse).toList());

  private String by(String peer, List<String> forwarded, String... forwardedFor) {
    return proxies.client(peer, forwarded, List.of(forwardedFor));
  }

  @Test
  void whoIsNoProxyOfOursIsNotBelieved() {
    assertThat(by("203.0.113.9", List.of("for=198.51.100.1"), "198.51.100.1"))
        .isEqualTo("203.0.113.9");
    assertThat(by("192.168.7.2", List.of(), "198.51.100.1")).isEqualTo("192.168.7.2");
    assertThat(new Proxies(List.of()).client("10.0.0.1", List.of(), List.of("198.51.100.1")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void theRightMostThatIsNoProxyCountsWhateverStandsBeforeIt() {
    assertThat(by("10.0.0.1", List.of(), "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of(), "1.1.1.1, 198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of(), "1.1.1.1, 198.51.100.1, 10.2.3.4, 192.168.7.1"))
        .isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of(), "1.1.1.1", "198.51.100.1,10.2.3.4"))
        .isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of(), "10.9.9.9, 10.2.3.4")).isEqualTo("10.9.9.9");
  }

  @Test
  void whatIsNoAddressEndsTheWay() {
    assertThat(by("10.0.0.1", List.of(), "198.51.100.1, unknown, 10.2.3.4")).isEqualTo("10.2.3.4");
    assertThat(by("10.0.0.1", List.of(), "198.51.100.1, evil.example")).isEqualTo("10.0.0.1");
    assertThat(by("10.0.0.1", List.of(), "")).isEqualTo("10.0.0.1");
    assertThat(by("10.0.0.1", List.of("for=_hidden"))).isEqualTo("10.0.0.1");
    assertThat(by("10.0.0.1", List.of("by=10.0.0.1;proto=https"))).isEqualTo("10.0.0.1");
  }

  @Test
  void allFormsOfAnAddressAreRead() {
    assertThat(by("10.0.0.1", List.of("For=\"[2001:db8::17]:4711\";proto=https")))
        .isEqualTo("2001:db8:0:0:0:0:0:17");
    assertThat(by("fd00::1", List.of("for=1.1.1.1, proto=http; for=\"198.51.100.1:80\"")))
        .isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of("for=\"198.51.100.1,10.0.0.2\""))).isEqualTo("10.0.0.1");
    assertThat(by("10.0.0.1", List.of(), "198.51.100.1:5060")).isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of(), "2001:db8::17")).isEqualTo("2001:db8:0:0:0:0:0:17");
    assertThat(by("::ffff:10.0.0.1", List.of(), "198.51.100.1")).isEqualTo("198.51.100.1");
  }

  @Test
  void aHeaderThatTheProxyDoesNotWriteCantBeSlippedIn() {
    assertThat(by("10.0.0.1", List.of("for=1.1.1.1"), "198.51.100.1")).isEqualTo("10.0.0.1");
    assertThat(by("10.0.0.1", List.of("for=198.51.100.1"), "198.51.100.1"))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void aHalfQuoteHidesNothing() {
    assertThat(by("10.0.0.1", List.of(), "\"1.1.1.1:, 198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of("for=\"1.1.1.1:", "for=198.51.100.1")))
        .isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of("for=1.1.1.1;x=\", for=198.51.100.1"))).isEqualTo("10.0.0.1");
    assertThat(by("10.0.0.1", List.of("for=1.1.1.1;x=\"\\\", for=198.51.100.1")))
        .isEqualTo("198.51.100.1");
    assertThat(by("10.0.0.1", List.of("for=\"1.1.1.1:, for=\"198.51.100.1\"")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void aRangeIsAnAddressWithALengthAndNothingElse() {
    assertThat(AddressRange.parse("10.0.0.0/9").holds(AddressRange.parse("10.127.0.1").first()))
        .isTrue();
    assertThat(AddressRange.parse("10.0.0.0/9").holds(AddressRange.parse("10.128.0.1").first()))
        .isFalse();
    for (String wrong : List.of("proxy.example", "10.0.0.0/0", "10.0.0.0/33", "10.0.0.0/x", "")) {
      assertThatThrownBy(() -> AddressRange.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Maybe it is a name");
    }
  }
}
