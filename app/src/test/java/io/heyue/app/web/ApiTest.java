package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.access.Route;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What programs may rely on: problems, pages, repeated requests, the description. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  private static final String API = "/api/v1";

  private RunningServer server;
  private SmallLender lender;
  private String imported = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server =
        RunningServer.start(
            folder.resolve("data"),
            settings,
            new MovableClock(Instant.parse("2026-11-23T02:00:00Z")));
    lender = new SmallLender(server);
    imported = lender.importing("accounts", SmallLender.ACCOUNTS).path("id").asString();
    lender.importing("contacts", SmallLender.CONTACTS);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("none"))
        .startsWith("application/problem+json");
    JsonNode problem = SmallLender.JSON.readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    return server.send(
        server
            .request(path)
            .header("Authorization", "Bearer " + server.key(Role.ADMIN))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void everyMistakeIsAProblem() {
    String json = "application/json";
    problem(server.get(Role.ADMIN, API + "/nothing"), 404);
    problem(server.get(Role.ADMIN, API + "/cases/" + UUID.randomUUID()), 404);
    problem(server.get(Role.ADMIN, API + "/cases/not-a-uuid"), 400);
    problem(server.get(Role.ADMIN, API + "/cases?after=x"), 400);
    problem(server.get(Role.ADMIN, API + "/cases?limit=many"), 400);
    problem(send("DELETE", API + "/cases", json, ""), 405);
    problem(send("PUT", API + "/campaigns", json, "{}"), 405);
    problem(send("POST", API + "/campaigns", "text/plain", "{}"), 415);
    problem(send("POST", API + "/campaigns", json, "{broken"), 400);
    problem(send("POST", API + "/campaigns", json, ""), 400);
    problem(send("POST", API + "/campaigns", json, "{}"), 422);
    problem(send("POST", API + "/campaigns", json, "[" + " ".repeat(1 << 21) + "]"), 413);
    problem(send("POST", API + "/imports/nothing", "text/csv", "a,b\n1,2\n"), 404);
    problem(send("POST", API + "/imports/accounts", json, "{}"), 415);
    problem(send("POST", API + "/imports/accounts", "text/csv", "a,b\n1,2\n"), 422);
    problem(server.send(server.request(API + "/cases")), 401);
    problem(server.get(Role.VIEWER, API + "/cases"), 403);
  }

  @Test
  void aProblemNamesTheFieldAndHowToAsk() {
    assertThat(server.post(Role.ADMIN, API + "/campaigns", "{\"filter\":{\"leastOverdue\":\"x\"}}"))
        .extracting(HttpResponse::body)
        .asString()
        .contains("filter.leastOverdue");
    assertThat(server.get(Role.ADMIN, API + "/cases?limit=many").body()).contains("'limit'");
    assertThat(send("DELETE", API + "/cases", "application/json", "").headers().firstValue("Allow"))
        .contains("GET");
  }

  @Test
  void aPersonWithABrowserSeesAPage() {
    HttpResponse<String> page = server.send(server.request("/c/").header("Accept", "text/html"));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("error.js").contains("missing");
  }

  @Test
  void everyListComesInPages() {
    for (int i = 0; i < 5; i++) {
      lender.importing("accounts", SmallLender.ACCOUNTS);
      server.post(Role.ADMIN, API + "/campaigns", "{\"name\":\"page " + i + "\"}");
      server.post(Role.ADMIN, API + "/keys", "{\"name\":\"page\",\"role\":\"viewer\"}");
      server.post(
          Role.ADMIN,
          API + "/users",
          "{\"name\":\"page" + i + "\",\"role\":\"viewer\",\"password\":\"long enough 12\"}");
    }
    for (String list : List.of("/imports", "/campaigns", "/keys", "/users", "/accounts")) {
      List<String> whole = new ArrayList<>();
      lender
          .get(Role.ADMIN, list + "?limit=200")
          .path("items")
          .forEach(i -> whole.add(i.toString()));
      List<String> pages = new ArrayList<>();
      String after = "";
      do {
        JsonNode page = lender.get(Role.ADMIN, list + "?limit=2" + after);
        assertThat(page.path("items").size()).isBetween(1, 2);
        page.path("items").forEach(i -> pages.add(i.toString()));
        after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
      } while (!after.isEmpty());
      assertThat(pages).as(list).containsExactlyElementsOf(whole);
    }
    for (Route route : Route.all()) {
      boolean list = route.method().equals("GET") && route.path().matches(".*/\\w+s$|.*/entries");
      if (list && route.path().startsWith(API) && !route.path().contains("{")) {
        assertThat(server.get(Role.ADMIN, route.path() + "?limit=1").body())
            .as(route.path())
            .contains("\"items\":");
      }
    }
  }

  @Test
  void rejectedRowsAreThereForWhoImports() {
    HttpResponse<String> rows =
        server.get(Role.OPERATOR, API + "/imports/" + imported + "/rejected");
    assertThat(rows.statusCode()).isEqualTo(200);
    assertThat(rows.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(rows.body()).startsWith("\uFEFF").contains("overdue").doesNotContain("乙晴川");
    problem(server.get(Role.OPERATOR, API + "/imports/" + UUID.randomUUID() + "/rejected"), 404);
    assertThat(lender.get(Role.AGENT, "/imports/" + imported).path("rejected").asLong())
        .isEqualTo(1);
    JsonNode clean = lender.importing("contacts", SmallLender.CONTACTS);
    assertThat(clean.path("rejectedRows").isNull()).isTrue();
  }

  @Test
  void aRepeatedImportIsAnsweredAsTheFirst() {
    String rows = SmallLender.ACCOUNTS.replace("L-0001", "L-0091");
    JsonNode first = lender.importing("accounts", rows, "Idempotency-Key", "import-1");
    JsonNode again = lender.importing("accounts", rows, "Idempotency-Key", "import-1");
    assertThat(first.path("inserted").asLong()).isEqualTo(1);
    assertThat(again).isEqualTo(first);
    problem(
        server.send(
            server
                .request(API + "/imports/accounts")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "import-1")
                .header("Authorization", "Bearer " + server.key(Role.OPERATOR))
                .POST(HttpRequest.BodyPublishers.ofString("other"))),
        422);
    problem(
        server.send(
            server
                .request(API + "/imports/accounts?licence=bank")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "import-1")
                .header("Authorization", "Bearer " + server.key(Role.OPERATOR))
                .POST(HttpRequest.BodyPublishers.ofByteArray(rows.getBytes(SmallLender.GB18030)))),
        422);
  }

  @Test
  void everyPostCanBeRepeated() {
    for (Route route : Route.all()) {
      if (!route.method().equals("POST") || route.path().contains("/imports/")) {
        continue;
      }
      String path = route.path().replace("{id}", new UUID(7, 7).toString());
      String body =
          route.path().endsWith("/users")
              ? "{\"name\":\"twice\",\"role\":\"viewer\",\"password\":\"long enough 12\"}"
              : "{\"name\":\"twice\",\"role\":\"viewer\",\"kind\":\"stop\"}";
      String key = "twice " + route.path();
      HttpResponse<String> first = server.post(Role.ADMIN, path, body, "Idempotency-Key", key);
      HttpResponse<String> again = server.post(Role.ADMIN, path, body, "Idempotency-Key", key);
      assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
      assertThat(again.headers().firstValue("Idempotent-Replayed")).as(path).contains("true");
      assertThat(again.statusCode()).isEqualTo(first.statusCode());
      assertThat(again.body()).isEqualTo(first.body());
    }
  }

  @Test
  void aCampaignThatNobodyCarriesDoesNotStart() {
    JsonNode made =
        SmallLender.ok(server.post(Role.ADMIN, API + "/campaigns", "{\"name\":\"mute\"}"));
    HttpResponse<String> started =
        server.post(Role.ADMIN, API + "/campaigns/" + made.path("id").asString() + "/start", "");
    problem(started, 422);
    assertThat(started.body()).contains("heyue.yaml");
  }

  @Test
  void theDescriptionIsWhole() {
    JsonNode api = SmallLender.JSON.readTree(server.get(Role.VIEWER, API + "/openapi.json").body());
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.path("info").path("title").asString()).isEqualTo("Heyue");
    assertThat(api.path("components").path("securitySchemes").path("key").path("scheme").asString())
        .isEqualTo("bearer");
    Set<String> ids = new HashSet<>();
    for (Route route : Route.all()) {
      if (!route.path().startsWith(API) || route.path().endsWith("openapi.json")) {
        continue;
      }
      JsonNode operation =
          api.path("paths")
              .path(route.path())
              .path(route.method().toLowerCase(java.util.Locale.ROOT));
      assertThat(operation.isObject()).as(route.path()).isTrue();
      assertThat(ids.add(operation.path("operationId").asString())).as(route.path()).isTrue();
      assertThat(operation.path("summary").asString()).contains(route.right().name());
      assertThat(operation.path("responses").path("401").path("content").toString())
          .contains("application/problem+json");
      assertThat(operation.path("parameters").toString().contains("Idempotency-Key"))
          .as(route.path())
          .isEqualTo(route.method().equals("POST"));
    }
    Set<String> missing = new HashSet<>();
    api.findValues("$ref")
        .forEach(ref -> {
          String name = ref.asString().substring("#/components/schemas/".length());
          if (!api.path("components").path("schemas").has(name)) {
            missing.add(name);
          }
        });
    assertThat(missing).isEmpty();
  }

  @Test
  void theLawAnswersFromOutside() {
    JsonNode one =
        SmallLender.JSON.readTree(
            send(
                    "POST",
                    API + "/law/check?lang=zh",
                    "application/json",
                    "{\"id\":\"q\",\"act\":\"call\",\"at\":\"2026-11-23T23:00:00+08:00\",\"lender\":{\"place\":\"CN\"}}")
                .body());
    assertThat(one.path("id").asString()).isEqualTo("q");
    assertThat(one.path("verdict").asString()).isEqualTo("forbidden");
    assertThat(one.path("missing").toString()).contains("person.timeZone");
    assertThat(one.path("why").asString()).startsWith("缺少：");
    JsonNode many =
        SmallLender.JSON.readTree(
            send(
                    "POST",
                    API + "/law/check",
                    "application/json",
                    "[{\"act\":\"cal\",\"at\":\"2026-11-23T10:00:00Z\"},7]")
                .body());
    assertThat(many).hasSize(2);
    assertThat(many.get(0).path("error").asString()).contains("Maybe 'call'");
    JsonNode judged =
        SmallLender.JSON.readTree(
            send(
                    "POST",
                    API + "/law/words",
                    "application/json",
                    "{\"id\":\"w\",\"text\":\"不还款就起诉\",\"lang\":\"zh\"}")
                .body());
    assertThat(judged.path("id").asString()).isEqualTo("w");
    assertThat(judged.path("verdict").asString()).isEqualTo("forbidden");
    assertThat(judged.path("suggestion").asString()).isNotEmpty();
    problem(send("POST", API + "/law/words", "application/json", "{}"), 422);
    HttpResponse<String> misspelt =
        send(
            "POST",
            API + "/law/words",
            "application/json",
            "{\"text\":\"您本期应还1200元。\",\"facts\":{\"overdu\":\"1200\"}}");
    problem(misspelt, 422);
    assertThat(misspelt.body()).contains("facts.overdu", "Maybe 'overdue'").doesNotContain("1200");
    problem(send("POST", API + "/law/check?lang=fr", "application/json", "{}"), 422);
    JsonNode rules =
        SmallLender.JSON.readTree(
            server.get(Role.VIEWER, API + "/law/rules?place=CN&on=2026-11-23&limit=200").body());
    assertThat(rules.path("items")).hasSizeGreaterThan(30);
  }
}
