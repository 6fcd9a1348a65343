package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.heyue.app.access.Role;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.channel.smpp.SmsCentre;
import io.heyue.app.installation.Settings;
import io.heyue.core.base.PermitId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What comes back from the street: stop by text message, by a link, and a confirmation reread. */
@Timeout(240)
class StreetTest {
  /** A Monday, ten in the morning in Beijing. */
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));

  private SmsCentre centre;
  private RunningServer server;
  private SmallLender lender;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    centre = SmsCentre.open();
    Settings settings =
        new Settings(
            new Settings.Server("127.0.0.1", 0, URI.create("https://pay.lender.example"), false),
            null,
            SmppSettings.of("127.0.0.1", centre.port(), "heyue", SmsCentre.PASSWORD, "10690000"),
            null,
            null);
    server = RunningServer.start(folder.resolve("data"), settings, clock);
    lender = new SmallLender(server);
  }

  @AfterEach
  void close() {
    server.close();
    centre.close();
  }

  @Test
  void stopByTextMessageEndsContact() throws Exception {
    lender.arrive().campaign("sms");
    assertThat(centre.nextWords()).contains("退订");
    centre.text(SmallLender.PHONE.substring(1), " 退订。");
    assertThat(centre.nextWords()).contains("【晴川消费金融】已停止").doesNotContain("3,280");
    assertThat(holds()).contains("stop");
    clock.move(Duration.ofDays(3));
    JsonNode preview =
        SmallLender.ok(
            server.post(Role.OPERATOR, "/api/v1/campaigns/preview", "{\"name\":\"again\"}"));
    assertThat(preview.path("permitted").asLong()).isZero();
    assertThat(preview.path("refusedByRule").size()).isPositive();
  }

  @Test
  void theLinkOfOneClickWithdrawsConsentAndLookingAtItDoesNot() throws Exception {
    lender.arrive().campaign("sms");
    centre.nextWords();
    PermitId permit =
        server
            .house()
            .store()
            .database()
            .transactor()
            .get(sql ->
                sql.get("select id from contact_permit", row -> new PermitId(row.uuid("id"))));
    URI link = server.house().optOut().link(permit);
    HttpResponse<String> page = server.send(server.request(link.getPath()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("unsubscribe.js");
    assertThat(consents()).doesNotContain("ConsentWithdrawn");
    // RFC 8058, 3.2: the mail program posts this and sends no cookie.
    assertThat(click(link.getPath()).statusCode()).isEqualTo(200);
    assertThat(click(link.getPath()).statusCode()).isEqualTo(200);
    assertThat(consents().split("ConsentWithdrawn", -1)).hasSize(2);
    String other = link.getPath().substring(0, link.getPath().length() - 1);
    assertThat(click(other + (link.getPath().endsWith("0") ? "1" : "0")).statusCode())
        .isEqualTo(404);
    assertThat(click("/unsubscribe/nothing").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> click(String path) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
  }

  @Test
  void theLinkOfAConfirmationShowsTheAgreementToNobodyButItsPerson() throws Exception {
    agree();
    String confirmed = centre.nextWords();
    clock.move(Duration.ofHours(2));
    try (Browser later = new Browser(server)) {
      later.open(SmallLender.token(confirmed));
      later.connect();
      assertThat(later.hears()).doesNotContain("3,280");
      later.say("是我");
      assertThat(later.hears()).doesNotContain("3,280");
      assertThat(later.agreed()).isFalse();
      later.say("002X");
      assertThat(later.hears()).contains("约定").doesNotContain("哪一天");
      JsonNode agreement = later.agreement();
      assertThat(agreement.path("sums").size()).isEqualTo(1);
      assertThat(agreement.path("sums").get(0).asString()).contains("11月28日", "3,280.50");
      assertThat(agreement.path("pay").asString()).contains("还款");
      assertThat(agreement.path("person").asString()).contains("95000");
      later.say("我想改到11月30日还清");
      assertThat(later.hears()).contains("11月30日");
      later.say("可以");
      later.hears();
      assertThat(later.agreement().path("sums").toString()).contains("11月30日");
    }
  }

  @Test
  void aLinkWhoseAnswerWasLostOpensOnceMoreAndOneThatWasUsedDoesNot() throws Exception {
    lender.arrive().campaign("sms");
    String token = SmallLender.token(centre.nextWords());
    try (Browser lost = new Browser(server);
        Browser again = new Browser(server);
        Browser stranger = new Browser(server)) {
      assertThat(lost.open(token).statusCode()).isEqualTo(200);
      assertThat(again.open(token).statusCode()).isEqualTo(200);
      again.connect();
      assertThat(again.hears()).isNotBlank();
      assertThat(stranger.open(token).statusCode()).isEqualTo(410);
      assertThat(session(lost.cookies(), "").statusCode()).as("the first answer").isEqualTo(404);
      assertThat(again.open(token).statusCode()).as("its own browser").isEqualTo(200);
    }
  }

  @Test
  void twoPagesInOneBrowserDoNotTakeEachOtherOver() throws Exception {
    try (Browser one = new Browser(server)) {
      agree(one);
      String first = one.code();
      clock.move(Duration.ofHours(2));
      assertThat(one.open(SmallLender.token(centre.nextWords())).statusCode()).isEqualTo(200);
      assertThat(one.code()).isNotEqualTo(first);
      one.connect();
      assertThat(one.hears()).as("the second page").isNotBlank();
      assertThat(one.refusal("https://evil.example")).isEqualTo(403);
      assertThat(session(one.cookies(), "?code=" + first).body()).contains("全部还清");
      assertThat(session(one.cookies(), "?code=" + one.code()).body()).doesNotContain("全部还清");
      assertThat(session(one.cookies(), "?code=12345678").statusCode()).isEqualTo(404);
      assertThat(session(one.cookies(), "").statusCode()).as("which of the two?").isEqualTo(404);
    }
  }

  private HttpResponse<String> session(String cookies, String query) {
    return server.send(server.request("/c/session" + query).header("Cookie", cookies));
  }

  /** A whole conversation in which everything is promised. */
  private void agree() throws Exception {
    try (Browser browser = new Browser(server)) {
      agree(browser);
    }
  }

  private void agree(Browser browser) throws Exception {
    lender.arrive().campaign("sms");
    browser.open(SmallLender.token(centre.nextWords()));
    browser.connect();
    browser.hears();
    browser.say("是我");
    browser.hears();
    browser.say("002X");
    browser.hears();
    browser.say("11月28日全部还清");
    browser.hears();
    browser.say("可以");
    browser.hears();
    assertThat(browser.agreement().path("sums").toString()).contains("11月28日", "3,280.50");
    browser.say("没有别的事了，再见");
    while (!browser.hears().equals("over")) {
      // Each thing that is said takes it nearer to its end; hears() waits, and not for ever.
    }
  }

  @Test
  void logsNameNobody() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    try {
      agree();
      centre.nextWords();
      centre.text(SmallLender.PHONE.substring(1), "退订");
      assertThat(centre.nextWords()).contains("已停止");
      server.get(Role.ADMIN, "/api/v1/accounts/" + SmallLender.PHONE);
      server.post(Role.ADMIN, "/api/v1/campaigns", "{\"name\":[\"" + SmallLender.NAME + "\"]}");
      server.send(server.request("/c/" + SmallLender.IDENTITY));
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    List<String> lines =
        List.copyOf(log.list).stream()
            .map(event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
            .toList();
    assertThat(lines).hasSizeGreaterThan(100);
    for (String secret :
        List.of(
            SmallLender.NAME,
            "乙晴川",
            SmallLender.PHONE.substring(1),
            SmallLender.IDENTITY,
            SmallLender.MAIL,
            "退订")) {
      assertThat(lines.stream().filter(line -> line.contains(secret)).toList())
          .as(secret)
          .isEmpty();
    }
  }

  private String holds() {
    return lender.get(Role.AGENT, "/cases/" + lender.matter() + "/holds").toString();
  }

  private String consents() {
    return lender.get(Role.AGENT, "/cases/" + lender.matter() + "/events?limit=200").toString();
  }
}
