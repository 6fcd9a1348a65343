package io.heyue.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.RequestEventExt;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.net.InetAddress;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  private static RequestEventExt event(String headers) throws ParseException {
    String request =
        """
        INVITE sip:+861000000000@192.0.2.1 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1;received=192.0.2.66
        Max-Forwards: 70
        To: <sip:+861000000000@192.0.2.1>
        Call-ID: 1
        CSeq: 1 INVITE
        %s
        Content-Length: 0

        """
            .formatted(headers)
            .replace("\n", "\r\n");
    return new RequestEventExt("here", null, null, new MessageFactoryImpl().createRequest(request));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          From: <sip:+8613800000001@a.example>;tag=1                                                                        | +8613800000001
          From: "Li" <sip:13800000001@a.example;user=phone>;tag=1                                                           | 13800000001
          From: <tel:+86-138-0000-0001>;tag=1                                                                               | +8613800000001
          From: <tel:13800000001;phone-context=+86>;tag=1                                                                   | 13800000001
          From: <sip:a.example>;tag=1                                                                                       |
          From: <sip:anonymous@anonymous.invalid>;tag=1 ~ P-Asserted-Identity: <sip:+8613800000002@c.example>                | +8613800000002
          From: <sip:1@a.example>;tag=1 ~ P-Asserted-Identity: "<sip:+8613800000003@x>" <sip:+8613800000002@c.example>       | +8613800000002
          From: <sip:1@a.example>;tag=1 ~ P-Asserted-Identity: <sip:c.example>, <tel:+8613800000002>                         | +8613800000002
          From: <sip:1@a.example>;tag=1 ~ P-Asserted-Identity: <sip:+8613800000002@c.example> ~ Privacy: none                | +8613800000002
          From: <sip:1@a.example>;tag=1 ~ P-Asserted-Identity: <sip:+8613800000002@c.example> ~ Privacy: critical;id         |
          From: <sip:1@a.example>;tag=1 ~ Privacy: USER                                                                     |
          """)
  void theNumberIsWhatTheNetworkAssertsOrElseWhatIsSaid(String headers, String caller)
      throws ParseException {
    Origin origin = Origin.of(event(String.join("\n", headers.split("\\s+~\\s+"))), null);
    assertThat(origin.caller().orElse(null)).isEqualTo(caller);
    assertThat(origin.toString()).doesNotContain("138");
  }

  @Test
  void theAddressIsTheSendersWhateverTheRequestSays() throws ParseException {
    RequestEventExt event = event("From: <sip:1@a.example>;tag=1");
    assertThat(Origin.of(event, null).address()).isEmpty();
    event.setRemoteIpAddress("192.0.2.7");
    assertThat(Origin.of(event, null).address()).contains(InetAddress.ofLiteral("192.0.2.7"));
    event.setRemoteIpAddress("2001:db8:0:0:0:0:0:7");
    assertThat(Origin.of(event, null).address()).contains(InetAddress.ofLiteral("2001:db8::7"));
    event.setRemoteIpAddress("a.example");
    assertThat(Origin.of(event, null).address()).isEmpty();
  }
}
