package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.heyue.app.access.Role;
import io.heyue.app.channel.mail.MailSettings;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.channel.smpp.SmsCentre;
import io.heyue.app.installation.Settings;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What agents write by the API arrives at an SMS centre and at a mail server. */
@Timeout(240)
class ColleagueLettersTest {
  private static final String PHONE = SmallLender.PHONE.substring(1);

  /** A Monday, ten in the morning in Beijing. */
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));

  private SmsCentre centre;
  private GreenMail post;
  private RunningServer server;
  private SmallLender lender;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    centre = SmsCentre.open();
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    Settings settings =
        new Settings(
            new Settings.Server("127.0.0.1", 0, URI.create("https://pay.lender.example"), false),
            null,
            SmppSettings.of("127.0.0.1", centre.port(), "heyue", SmsCentre.PASSWORD, "10690000"),
            null,
            new MailSettings(
                "127.0.0.1",
                post.getSmtp().getPort(),
                MailSettings.Security.NONE,
                null,
                null,
                "notice@lender.example",
                "晴川消费金融",
                Map.of(),
                Duration.ofSeconds(10)));
    server = RunningServer.start(folder.resolve("data"), settings, clock);
    lender = new SmallLender(server);
  }

  @AfterEach
  void close() {
    server.close();
    post.stop();
    centre.close();
  }

  private HttpResponse<String> say(String handover, String body) {
    return server.post(Role.AGENT, "/api/v1/handovers/" + handover + "/messages", body);
  }

  /** Waits for a message with these words; those of one moment come in any order. */
  private void arrives(String words) throws InterruptedException {
    while (!centre.nextWords().contains(words)) {
      // nextWords() waits, and not for ever.
    }
  }

  @Test
  void anAgentAnswersByTextAndWritesByMail() throws Exception {
    lender.arrive().campaign("sms");
    centre.nextWords();
    centre.text(PHONE, "是我");
    arrives("后四位");
    centre.text(PHONE, "002X");
    arrives("核实无误");
    centre.text(PHONE, "转人工");
    arrives("一位同事会");
    JsonNode row = lender.get(Role.AGENT, "/handovers").path("items").get(0);
    String id = row.path("id").asString();
    SmallLender.ok(server.post(Role.AGENT, "/api/v1/handovers/" + id + "/claim", ""));
    arrives("同事已经接手");

    SmallLender.ok(say(id, "{\"text\":\"您逾期3280.50元，可以先还一部分。\"}"));
    assertThat(centre.nextWords()).isEqualTo("您逾期3,280.50元，可以先还一部分。");
    assertThat(say(id, "{\"text\":\"再不还钱我们就上门找你家人。\"}").statusCode()).isEqualTo(422);
    assertThat(say(id, "{\"text\":\"您好\",\"channel\":\"chat\"}").statusCode()).isEqualTo(409);
    assertThat(say(id, "{\"text\":\"您好\",\"channel\":\"pigeon\"}").statusCode()).isEqualTo(422);

    // They were reached today, and did not write by mail.
    HttpResponse<String> tooMuch = say(id, "{\"text\":\"您好\",\"channel\":\"email\"}");
    assertThat(tooMuch.statusCode()).isEqualTo(422);
    assertThat(tooMuch.body()).contains("XX-CFG-02", "before 2026-11-24");

    clock.move(Duration.ofDays(1));
    SmallLender.ok(say(id, "{\"text\":\"您逾期3280.50元，明细已发给您。\",\"channel\":\"email\"}"));
    assertThat(post.waitForIncomingEmail(10_000, 1)).isTrue();
    MimeMessage mail = post.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(SmallLender.MAIL);
    assertThat(mail.getContent().toString().strip())
        .startsWith("您好，我是晴川消费金融的人工客服")
        .endsWith("您逾期3,280.50元，明细已发给您。");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");

    JsonNode said =
        lender
            .get(
                Role.AGENT,
                "/conversations/" + row.path("conversationId").asString() + "/messages?limit=200")
            .path("items");
    assertThat(said.get(said.size() - 1).path("channel").asString()).isEqualTo("email");
    assertThat(said.get(said.size() - 2).path("channel").isNull()).isTrue();
    String why =
        lender
            .get(
                Role.COMPLIANCE,
                "/conversations/" + row.path("conversationId").asString() + "/why?limit=200")
            .toString();
    assertThat(why).contains("明细已发给您", "CN-GBT-01");
    JsonNode verified = SmallLender.ok(server.post(Role.COMPLIANCE, "/api/v1/ledger/verify", ""));
    assertThat(verified.toString()).doesNotContain("\"faults\":[{");
  }
}
