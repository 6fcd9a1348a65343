package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.AddressRange;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.sip.Origin;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private static final PhoneNumber OURS = PhoneNumber.find("+861000000000").orElseThrow();

  private static Trunk trunk(String name, String address) {
    return new Trunk(
        name,
        SipAddress.parse(address),
        Optional.empty(),
        Set.of(OURS),
        Trunk.Writing.PLUS,
        1,
        1,
        Secrecy.WHERE_OFFERED,
        false);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from,           way, certified,            trunk
          192.0.2.7,        UDP, ,                     plain
          198.51.100.200,   UDP, ,                     plain
          198.51.101.1,     UDP, ,
          2001:db8:0:1::7,  TCP, ,                     plain
          2001:db8:1::7,    TCP, ,
          192.0.2.8,        TLS, ,                     secret
          192.0.2.8,        TCP, ,
          203.0.113.5,      TLS, ,                     secret
          203.0.113.5,      UDP, ,
          203.0.113.6,      TLS, ,
          203.0.113.6,      TLS, sbc.carrier.example,  secret
          203.0.113.6,      TLS, sbc2.carrier.example,
          ,                 TLS, sbc.carrier.example,  secret
          ,                 UDP, ,
          """)
  void aCallComesByTheTrunkThatSendsFromThere(
      String from, Transport way, String certified, String trunk) {
    try (Sources sources =
        Sources.begin(
            List.of(
                trunk("plain", "sip:192.0.2.7"), trunk("secret", "sip:192.0.2.8;transport=tls")),
            Map.of(
                "plain",
                new Sources.Further(
                    List.of(
                        AddressRange.parse("198.51.100.0/24"), AddressRange.parse("2001:db8::/48")),
                    Set.of()),
                "secret",
                new Sources.Further(
                    List.of(AddressRange.parse("203.0.113.5")), Set.of("sbc.carrier.example"))))) {
      Origin origin =
          new Origin(
              Optional.ofNullable(from).map(InetAddress::ofLiteral),
              Optional.empty(),
              certified == null ? Set.of() : Set.of(certified));
      assertThat(sources.trunk(origin, way, OURS.reveal()).map(Trunk::name).orElse(null))
          .isEqualTo(trunk);
    }
  }
}
