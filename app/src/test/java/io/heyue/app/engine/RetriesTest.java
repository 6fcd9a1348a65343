package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.heyue.app.channel.Inbox;
import io.heyue.app.channel.mail.MailCarrier;
import io.heyue.app.channel.mail.MailSettings;
import io.heyue.app.channel.mail.OptOut;
import io.heyue.app.channel.mail.SurlyServer;
import io.heyue.app.channel.smpp.SmppCarrier;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.channel.smpp.SmsCentre;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real carriers whose peers are busy, refuse or fall silent. */
@Timeout(120)
class RetriesTest {
  private static final Duration PERMIT = Duration.ofMinutes(10);

  @TempDir private Path folder = Path.of("");

  private static SmppSettings settings(SmsCentre centre) {
    SmppSettings usual =
        SmppSettings.of("127.0.0.1", centre.port(), "heyue", SmsCentre.PASSWORD, "10690000");
    return usual.with(SmppSettings.LongMessages.PAYLOAD, null, Duration.ofSeconds(1));
  }

  private static MailCarrier mail(int port) {
    return new MailCarrier(
        new MailSettings(
            "127.0.0.1",
            port,
            MailSettings.Security.NONE,
            null,
            null,
            "notice@lender.example",
            "和约智能助手",
            Map.of(Lang.ZH, "一条给您的消息", Lang.EN, "A message for you"),
            Duration.ofSeconds(1)),
        new OptOut("0123456789abcdef", URI.create("https://lender.example/unsubscribe")),
        InstantSource.system());
  }

  /** Writes to one borrower, and tries for longer than the permit lasts. */
  private static String written(Lender lender, Channel by) {
    lender.borrowers(1);
    lender.contact(0, "email", "someone@mail.example", "contract");
    lender
        .engine
        .campaigns()
        .start(
            lender
                .engine
                .campaigns()
                .create("all", Filter.everyone(), new Approach(List.of(by), "arrears", 1, 1)));
    assertThat(lender.engine.campaigns().step(lender.now(), 10)).isEqualTo(1);
    for (int second = 0; second <= PERMIT.toSeconds() + 120; second += 5) {
      var _ = lender.engine.courier().deliver(lender.now(), 10);
      lender.later(Duration.ofSeconds(5));
    }
    return lender
        .database
        .transactor()
        .get(sql -> sql.get("select state from letter", row -> row.text("state")));
  }

  private String texted(SmsCentre centre) throws Exception {
    try (SmppCarrier carrier = new SmppCarrier(settings(centre), new Inbox());
        Lender lender = new Lender(folder, carrier)) {
      carrier.start();
      assertThat(carrier.ready(Duration.ofSeconds(20))).isTrue();
      return written(lender, Channel.SMS);
    }
  }

  private static long messages(SmsCentre centre) {
    return centre.all().stream().map(each -> each.part().getDestAddress().getAddress()).count();
  }

  @Test
  void aCentreThatIsBusyIsAskedAgainEverMoreSeldomAndNeverPastThePermit() throws Exception {
    try (SmsCentre centre = SmsCentre.open()) {
      centre.behave(SmsCentre.Manner.THROTTLES);
      assertThat(texted(centre)).isEqualTo("failed");
      // 0, 5, 15, 35, 75, 155, 315 seconds; the next would be 635.
      assertThat(messages(centre)).isEqualTo(7);
    }
  }

  @Test
  void aCentreThatRefusesIsNotAskedAgain() throws Exception {
    try (SmsCentre centre = SmsCentre.open()) {
      centre.behave(SmsCentre.Manner.REFUSES_ADDRESS);
      assertThat(texted(centre)).isEqualTo("failed");
      assertThat(messages(centre)).isEqualTo(1);
    }
  }

  @Test
  void aCentreThatFallsSilentIsNotAskedAgain() throws Exception {
    try (SmsCentre centre = SmsCentre.open()) {
      centre.behave(SmsCentre.Manner.STAYS_SILENT);
      assertThat(texted(centre)).isEqualTo("unknown");
      assertThat(messages(centre)).isEqualTo(1);
    }
  }

  @Test
  void aMailServerIsAskedAgainOnlyIfItWillAndOnlyWithinThePermit() throws Exception {
    try (SurlyServer busy = new SurlyServer("451 later", "250 ok")) {
      try (Lender lender = new Lender(folder, mail(busy.port()))) {
        assertThat(written(lender, Channel.EMAIL)).isEqualTo("failed");
      }
      assertThat(busy.receivers()).isEqualTo(7);
      assertThat(busy.letters()).isZero();
    }
    try (SurlyServer never = new SurlyServer("550 nobody here", "250 ok")) {
      try (Lender lender = new Lender(folder, mail(never.port()))) {
        assertThat(written(lender, Channel.EMAIL)).isEqualTo("failed");
      }
      assertThat(never.receivers()).isEqualTo(1);
    }
    try (SurlyServer mute = new SurlyServer("250 ok", "")) {
      try (Lender lender = new Lender(folder, mail(mute.port()))) {
        assertThat(written(lender, Channel.EMAIL)).isEqualTo("unknown");
      }
      assertThat(mute.letters()).isEqualTo(1);
    }
  }

  @Test
  void aCampaignByMailLeadsToAConversation() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (Lender lender = new Lender(folder, mail(server.getSmtp().getPort()))) {
      assertThat(written(lender, Channel.EMAIL)).isEqualTo("sent");
      assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
      MimeMessage first = server.getReceivedMessages()[0];
      assertThat(first.getAllRecipients()[0]).hasToString("someone@mail.example");
      String words = first.getContent().toString();
      assertThat(words).doesNotContain("3280").doesNotContain("3,280");
      int at = words.indexOf("https://pay.example/") + 20;
      assertThat(lender.engine.desk().open(words.substring(at, at + 48)))
          .isInstanceOfSatisfying(
              Opening.Opened.class, opened -> agree(lender, opened.conversation()));
      var _ = lender.engine.pulse().tick();
      assertThat(server.waitForIncomingEmail(5_000, 2)).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(2);
    } finally {
      server.stop();
    }
  }

  private static void agree(Lender lender, ConversationId talk) {
    for (String line : List.of("是我", "0000", "12月1日全部还清", "可以")) {
      lender.engine.desk().receive(talk, new ChannelEvent.TextReceived(line));
    }
  }
}
