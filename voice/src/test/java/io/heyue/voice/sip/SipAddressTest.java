package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipAddressTest {
  @ParameterizedTest
  @CsvSource({
    "sip:alice@example.com, alice, example.com, 5060, UDP",
    "sip:+8613800000000@127.0.0.1:5070;transport=tcp, +8613800000000, 127.0.0.1, 5070, TCP",
    "sips:bob@example.com, bob, example.com, 5061, TLS",
    "SIP:[::1]:5080;user=phone;transport=TLS, '', [::1], 5080, TLS",
    "sip:example.com;lr, '', example.com, 5060, UDP",
  })
  void whatIsWrittenIsRead(
      String written, String user, String host, int port, Transport transport) {
    SipAddress read = SipAddress.parse(written);
    assertThat(read.user()).isEqualTo(user);
    assertThat(read.host()).isEqualTo(host);
    assertThat(read.reachedAt()).isEqualTo(port);
    assertThat(read.transport()).isEqualTo(transport);
    assertThat(SipAddress.parse(read.written())).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alice",
        "alice@example.com",
        "http://example.com",
        "sip:",
        "sip:a b@example.com",
        "sip:alice@example.com:70000",
        "sip:alice@example.com;transport=smoke",
        "sip:alice@exa mple.com",
        "sip:alice@example.com\r\nVia: evil",
      })
  void anythingElseIsRefusedByName(String written) {
    assertThat(SipAddress.find(written)).isEmpty();
    assertThatThrownBy(() -> SipAddress.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(written)
        .hasMessageContaining("Maybe sip:name@host");
  }

  @Test
  void whoIsCalledStandsInNoLog() {
    assertThat(SipAddress.parse("sip:13800000000@127.0.0.1").toString())
        .isEqualTo("SipAddress[127.0.0.1:5060 udp]");
  }
}
