package io.heyue.app.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.app.engine.Letters;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailCarrierTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final URI PAGE = URI.create("https://lender.example/unsubscribe");
  private static final OptOut OPT_OUT = new OptOut("0123456789abcdef", PAGE);

  private static MailCarrier carrier(int port, MailSettings.Security security) {
    return new MailCarrier(
        new MailSettings(
            "127.0.0.1",
            port,
            security,
            null,
            null,
            "notice@lender.example",
            "和约智能助手",
            Map.of(Lang.ZH, "一条给您的消息", Lang.EN, "A message for you"),
            Duration.ofSeconds(2)),
        OPT_OUT,
        InstantSource.fixed(NOW));
  }

  @Test
  void aLetterArrivesAndCanBeUnsubscribedByOneClick() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Letter letter = Letters.mail("someone@mail.example", "您好，请打开链接。");
      Handed handed = carrier(server.getSmtp().getPort(), MailSettings.Security.NONE).hand(letter);
      assertThat(handed).isEqualTo(new Handed.Accepted("<" + letter.id() + "@lender.example>"));
      assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("一条给您的消息");
      assertThat(GreenMailUtil.getBody(mail)).isNotBlank();
      assertThat(mail.getContent().toString().strip()).isEqualTo("您好，请打开链接。");
      assertThat(mail.getMessageID()).isEqualTo("<" + letter.id() + "@lender.example>");
      assertThat(mail.getHeader("List-Unsubscribe-Post"))
          .containsExactly("List-Unsubscribe=One-Click");
      String link = mail.getHeader("List-Unsubscribe")[0];
      String token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
      assertThat(OPT_OUT.find(token)).contains(letter.permit());
      assertThat(mail.getSentDate().toInstant()).isEqualTo(NOW);
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutTheWantedPrivacyNothingIsSent() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Handed handed =
          carrier(server.getSmtp().getPort(), MailSettings.Security.STARTTLS)
              .hand(Letters.mail("someone@mail.example", "好"));
      assertThat(handed).isEqualTo(new Handed.Refused("no connection to the mail server", false));
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void theServersAnswersDecideAndItsSilenceAfterTheLetterIsUnsure() throws Exception {
    assertThat(handed("550 no such mailbox", "250 ok"))
        .isEqualTo(new Handed.Refused("the mail server answered 550", true));
    assertThat(handed("451 try later", "250 ok"))
        .isEqualTo(new Handed.Refused("the mail server answered 451", false));
    assertThat(handed("250 ok", "554 refused"))
        .isEqualTo(new Handed.Refused("the mail server answered 554", true));
    assertThat(handed("250 ok", "")).isInstanceOf(Handed.Unsure.class);
  }

  /** What is made of a server that answers the receiver and the letter so; "" hangs up. */
  private static Handed handed(String toReceiver, String toLetter) throws Exception {
    try (SurlyServer server = new SurlyServer(toReceiver, toLetter)) {
      return carrier(server.port(), MailSettings.Security.NONE)
          .hand(Letters.mail("someone@mail.example", "好"));
    }
  }

  @Test
  void onlyTokensThatWeMadeAreRead() {
    PermitId permit = new PermitId(UUID.randomUUID());
    String token = OPT_OUT.token(permit);
    assertThat(OPT_OUT.find(token)).contains(permit);
    assertThat(OPT_OUT.find((token.startsWith("0") ? "1" : "0") + token.substring(1))).isEmpty();
    assertThat(OPT_OUT.find("")).isEmpty();
    assertThat(new OptOut("another secret!!", PAGE).find(token)).isEmpty();
  }
}
