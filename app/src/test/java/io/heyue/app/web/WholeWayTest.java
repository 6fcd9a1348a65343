package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.channel.smpp.SmsCentre;
import io.heyue.app.installation.Settings;
import io.heyue.store.SealedColumns;
import io.heyue.store.vault.Reencryption;
import io.heyue.store.vault.SealedColumn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real way: files of a lender, a campaign, a text message that arrives at an SMS centre, a
 * browser that opens its link, a promise, its written confirmation, the payment, the proof.
 */
@Timeout(240)
class WholeWayTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final String ACCOUNTS =
      """
      借据号,贷款机构,机构所在地,机构类型,产品,放款日期,本金,余额,逾期金额,到期日,年利率,征信,征信告知日期,最近催告日期,是否转让,客户号,姓名,身份证号,地区,时区
      L-0001,晴川消费金融,CN,消费金融,消费贷,2025-11-10,10000.00,6000.00,3280.50,2026-11-05,0.18,是,2026-11-06,2026-11-06,否,C-1,甲晴川,11010519491231002X,北京,Asia/Shanghai
      L-0002,晴川消费金融,CN,消费金融,消费贷,2025-11-10,10000.00,6000.00,一千,2026-11-05,0.18,是,2026-11-06,2026-11-06,否,C-2,乙晴川,11010519491231002X,北京,Asia/Shanghai
      """;

  private static final String CONTACTS =
      """
      借据号,贷款机构,类型,号码,关系,来源
      L-0001,晴川消费金融,手机,+8610000000007,本人,合同
      """;

  private static final String PAYMENTS =
      """
      借据号,贷款机构,金额,还款时间,流水号
      L-0001,晴川消费金融,3280.50,2026-11-27 10:00:00,P-1
      """;

  /** A Monday, ten in the morning in Beijing. */
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));

  private SmsCentre centre;
  private RunningServer server;

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
  }

  @AfterEach
  void close() {
    server.close();
    centre.close();
  }

  @Test
  void fromThreeFilesToAKeptPromiseAndAWholeLedger() throws Exception {
    JsonNode accounts = importing("accounts", ACCOUNTS);
    assertThat(accounts.path("inserted").asLong()).isEqualTo(1);
    assertThat(accounts.path("rejected").asLong()).isEqualTo(1);
    assertThat(accounts.path("encoding").asString()).isEqualTo("GB18030");
    assertThat(importing("contacts", CONTACTS).path("inserted").asLong()).isEqualTo(1);

    String campaign = "{\"name\":\"十一月\",\"filter\":{\"leastDaysPastDue\":1}}";
    JsonNode preview = ok(server.post(Role.OPERATOR, "/api/v1/campaigns/preview", campaign));
    assertThat(preview.path("permitted").asLong()).isEqualTo(1);
    JsonNode made = ok(server.post(Role.OPERATOR, "/api/v1/campaigns", campaign));
    ok(
        server.post(
            Role.OPERATOR, "/api/v1/campaigns/" + made.path("id").asString() + "/start", ""));

    String first = centre.nextWords();
    assertThat(first).contains("晴川消费金融").doesNotContain("3280").doesNotContain("3,280");
    String token = token(first);

    try (Browser browser = new Browser(server);
        Browser thief = new Browser(server)) {
      assertThat(server.send(server.request("/c/" + token)).body()).contains("chat.js");
      HttpResponse<String> opened = browser.open(token);
      assertThat(opened.statusCode()).isEqualTo(200);
      browser.connect();
      assertThat(thief.open(token).statusCode()).isEqualTo(410);
      assertThat(browser.hears()).doesNotContain("3,280");
      browser.say("是我");
      browser.hears();
      browser.say("002X");
      assertThat(browser.hears()).contains("3,280.50");
      browser.disconnect();
      browser.connect();
      browser.say("11月28日全部还清");
      assertThat(browser.hears()).contains("11月28日");
      browser.say("可以");
      browser.hears();
      browser.say("没有别的事了，再见");
      while (!browser.hears().equals("over")) {
        // Each thing that is said takes it nearer to its end; hears() waits, and not for ever.
      }
      String code = JSON.readTree(opened.body()).path("code").asString();
      assertThat(verify(code)).contains("true");
      assertThat(verify(code.equals("00000000") ? "00000001" : "00000000")).contains("false");
    }

    String confirmation = centre.nextWords();
    assertThat(confirmation).contains("约定").doesNotContain("3,280");
    JsonNode promises = ok(server.get(Role.AGENT, "/api/v1/promises?status=open"));
    assertThat(promises.path("items").get(0).path("due").asString()).isEqualTo("2026-11-28");

    clock.move(Duration.ofDays(4));
    assertThat(importing("payments", PAYMENTS).path("inserted").asLong()).isEqualTo(1);
    while (server.house().engine().pulse().tick().payments() == 0
        && ok(server.get(Role.AGENT, "/api/v1/promises?status=kept")).path("items").isEmpty()) {
      Thread.onSpinWait();
    }
    JsonNode kept = ok(server.get(Role.AGENT, "/api/v1/promises?status=kept"));
    assertThat(kept.path("items").size()).isEqualTo(1);

    JsonNode talks = ok(server.get(Role.COMPLIANCE, "/api/v1/conversations"));
    assertThat(talks.path("items").get(0).path("disposition").asString()).isEqualTo("promise");
    assertThat(talks.path("items").get(0).path("person").asString()).isEqualTo("甲**");
    String talk = talks.path("items").get(0).path("id").asString();
    JsonNode why = ok(server.get(Role.COMPLIANCE, "/api/v1/conversations/" + talk + "/why"));
    assertThat(why.path("items").size()).isGreaterThan(3);
    JsonNode ledger = ok(server.post(Role.COMPLIANCE, "/api/v1/ledger/verify", ""));
    assertThat(ledger.path("sound").asBoolean()).isTrue();
    assertThat(ledger.path("entries").asLong()).isGreaterThan(4);
    nobodyStandsInClear();
    long sealed = rotated();
    assertThat(sealed).isGreaterThan(10);
    assertThat(rotated()).isEqualTo(sealed);
    JsonNode said = ok(server.get(Role.COMPLIANCE, "/api/v1/conversations/" + talk + "/messages"));
    assertThat(said.toString()).contains("全部还清");
    ledger = ok(server.post(Role.COMPLIANCE, "/api/v1/ledger/verify", ""));
    assertThat(ledger.path("sound").asBoolean()).isTrue();
  }

  /** Seals everything anew, which opens it first: each value must be where it was sealed for. */
  private long rotated() {
    var store = server.house().store();
    store.vault().rotate();
    List<SealedColumn> columns = SealedColumns.all();
    return new Reencryption(store.database(), store.vault(), columns).run(7);
  }

  /** Looks for the borrower in every column of every table, as text and as bytes. */
  private void nobodyStandsInClear() {
    List<String> secrets = List.of("甲晴川", "11010519491231002X", "002X", "10000000007", "全部还清");
    server
        .house()
        .store()
        .database()
        .transactor()
        .run(sql -> {
          List<String> tables =
              sql.list(
                  "select tablename from pg_tables where schemaname = 'public'",
                  row -> row.text("tablename"));
          assertThat(tables).hasSizeGreaterThan(20);
          for (String table : tables) {
            sql.each(
                "select t::text as everything from " + table + " t",
                row -> {
                  for (String secret : secrets) {
                    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                    assertThat(row.text("everything")).as(table).doesNotContain(secret, hex);
                  }
                });
          }
        });
  }

  private JsonNode importing(String kind, String rows) {
    return ok(
        server.send(
            server
                .request("/api/v1/imports/" + kind)
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + server.key(Role.OPERATOR))
                .POST(HttpRequest.BodyPublishers.ofByteArray(rows.getBytes(GB18030)))));
  }

  private String verify(String code) {
    return server
        .send(
            server
                .request("/verify")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}")))
        .body();
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  private static String token(String words) {
    Matcher link = Pattern.compile("https://pay\\.lender\\.example/c/([0-9a-f]+)").matcher(words);
    assertThat(link.find()).as(words).isTrue();
    return link.group(1);
  }
}
