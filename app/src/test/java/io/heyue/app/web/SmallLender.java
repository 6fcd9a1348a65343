package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lender with one borrower, who is brought in and written to by the API. */
final class SmallLender {
  static final String NAME = "甲晴川";
  static final String PHONE = "+8610000000007";
  static final String IDENTITY = "11010519491231002X";
  static final String MAIL = "jia.qingchuan@borrower.example";

  static final Charset GB18030 = Charset.forName("GB18030");
  static final JsonMapper JSON = JsonMapper.builder().build();

  static final String ACCOUNTS =
      """
      借据号,贷款机构,机构所在地,机构类型,产品,放款日期,本金,余额,逾期金额,到期日,年利率,征信,征信告知日期,最近催告日期,是否转让,客户号,姓名,身份证号,地区,时区
      L-0001,晴川消费金融,CN,消费金融,消费贷,2025-11-10,10000.00,6000.00,3280.50,2026-11-05,0.18,是,2026-11-06,2026-11-06,否,C-1,甲晴川,11010519491231002X,北京,Asia/Shanghai
      L-0002,晴川消费金融,CN,消费金融,消费贷,2025-11-10,10000.00,6000.00,一千,2026-11-05,0.18,是,2026-11-06,2026-11-06,否,C-2,乙晴川,11010519491231002X,北京,Asia/Shanghai
      """;

  static final String CONTACTS =
      """
      借据号,贷款机构,类型,号码,关系,来源
      L-0001,晴川消费金融,手机,+8610000000007,本人,合同
      L-0001,晴川消费金融,邮箱,jia.qingchuan@borrower.example,本人,合同
      """;

  static final String PAYMENTS =
      """
      借据号,贷款机构,金额,还款时间,流水号
      L-0001,晴川消费金融,3280.50,2026-11-27 10:00:00,P-1
      """;

  private final RunningServer server;

  SmallLender(RunningServer server) {
    this.server = server;
  }

  /** Brings accounts and contacts in. */
  SmallLender arrive() {
    assertThat(importing("accounts", ACCOUNTS).path("inserted").asLong()).isEqualTo(1);
    assertThat(importing("contacts", CONTACTS).path("inserted").asLong()).isEqualTo(2);
    return this;
  }

  JsonNode importing(String kind, String rows, String... headers) {
    HttpRequest.Builder request =
        server
            .request("/api/v1/imports/" + kind)
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + server.key(Role.OPERATOR))
            .POST(HttpRequest.BodyPublishers.ofByteArray(rows.getBytes(GB18030)));
    return ok(server.send(headers.length == 0 ? request : request.headers(headers)));
  }

  /** Makes and starts a campaign to everybody by one channel; its id. */
  String campaign(String channel) {
    JsonNode made =
        ok(
            server.post(
                Role.OPERATOR,
                "/api/v1/campaigns",
                "{\"name\":\"十一月\",\"approach\":{\"channels\":[\"" + channel + "\"]}}"));
    String id = made.path("id").asString();
    ok(server.post(Role.OPERATOR, "/api/v1/campaigns/" + id + "/start", ""));
    return id;
  }

  JsonNode get(Role role, String path) {
    return ok(server.get(role, "/api/v1" + path));
  }

  /** The only case. */
  String matter() {
    return get(Role.AGENT, "/cases").path("items").get(0).path("id").asString();
  }

  static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  /** The token of the personal link in a message. */
  static String token(String words) {
    Matcher link = Pattern.compile("/c/([0-9a-f]+)").matcher(words);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
