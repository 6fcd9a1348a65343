package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Right;
import io.heyue.app.access.Role;
import io.heyue.app.access.Route;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in where: every role at every route, and everybody else. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server = RunningServer.start(folder.resolve("data"), settings, InstantSource.system());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpRequest.Builder asked(Route route) {
    String path =
        route
            .path()
            .replace("{id}", UUID.randomUUID().toString())
            .replace("{kind}", "nothing")
            .replace("{name}", "nobody");
    return server
        .request(path)
        .header("Content-Type", "application/json")
        .method(
            route.method(),
            route.method().equals("POST")
                ? HttpRequest.BodyPublishers.ofString("{}")
                : HttpRequest.BodyPublishers.noBody());
  }

  @Test
  void everyRoleComesInWhereItMayAndNowhereElse() {
    List<String> wrong = new ArrayList<>();
    for (Route route : Route.all()) {
      for (Role role : Role.values()) {
        int status =
            server
                .send(asked(route).header("Authorization", "Bearer " + server.key(role)))
                .statusCode();
        boolean cameIn = status != 401 && status != 403;
        if (cameIn != role.may(route.right()) || status >= 500) {
          wrong.add(role + " " + route.method() + " " + route.path() + " " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyComesInWithoutAKey() {
    for (Route route : Route.all()) {
      int status = server.send(asked(route)).statusCode();
      assertThat(status).as(route.path()).isIn(401, 403, 302);
      assertThat(server.send(asked(route).header("Authorization", "Bearer hy_wrong")).statusCode())
          .as(route.path())
          .isEqualTo(401);
    }
  }

  @Test
  void whatStandsInNoRouteIsRefusedToTheAdministratorToo() {
    assertThat(server.get(Role.ADMIN, "/api/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(server.get(Role.ADMIN, "/healthz").statusCode()).isEqualTo(404);
    assertThat(server.get(Role.ADMIN, "/pages/live.html").statusCode()).isEqualTo(404);
  }

  @Test
  void everyOperationOfTheApiStandsInARoute() {
    String description = server.get(Role.ADMIN, "/api/v1/openapi.json").body();
    assertThat(description).contains("\"openapi\" : \"3.1");
    Matcher path = Pattern.compile("\"(/api/v1/[^\"]+)\" : \\{").matcher(description);
    List<String> described = new ArrayList<>();
    while (path.find()) {
      described.add(path.group(1));
    }
    List<String> routed =
        Route.all().stream()
            .map(Route::path)
            .filter(each -> each.startsWith("/api/") && !each.endsWith("openapi.json"))
            .distinct()
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(routed);
  }

  @Test
  void everyRightIsAskedForSomewhereAndNoRoleHasAllButTheAdministrator() {
    assertThat(Route.all().stream().map(Route::right).distinct())
        .containsExactlyInAnyOrder(Right.values());
    for (Role role : Role.values()) {
      assertThat(role.rights().size() == Right.values().length).isEqualTo(role == Role.ADMIN);
    }
  }

  @Test
  void signsOfLifeAreOpenAndPagesAreGuarded() {
    assertThat(server.send(server.request("/livez")).statusCode()).isEqualTo(200);
    HttpResponse<String> ready = server.send(server.request("/readyz"));
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"putAside\":0").contains("\"givenUp\":0");
    HttpResponse<String> login = server.send(server.request("/login"));
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(login.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(login.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void theFirstPasswordOpensTheLivePageAndAForgedFormDoesNot() throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    String form = get(browser, "/login");
    assertThat(login(browser, "forged", server.password()).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong = login(browser, token(form), "wrong password");
    assertThat(wrong.uri().toString()).endsWith("/login?error");
    HttpResponse<String> right = login(browser, token(get(browser, "/login")), server.password());
    assertThat(right.uri().getPath()).isEqualTo("/");
    assertThat(get(browser, "/api/v1/me")).contains("\"name\":\"admin\"");
    // Within a session, changing anything asks for the token.
    assertThat(
            browser
                .send(
                    HttpRequest.newBuilder(server.at("/api/v1/ledger/verify"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> login(HttpClient browser, String token, String password)
      throws IOException, InterruptedException {
    String body =
        "username=admin&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8)
            + "&_csrf="
            + URLEncoder.encode(token, StandardCharsets.UTF_8);
    return browser.send(
        HttpRequest.newBuilder(server.at("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String get(HttpClient browser, String path) throws IOException, InterruptedException {
    URI uri = server.at(path);
    return browser
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String token(String page) {
    Matcher found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aRepeatedRequestIsDoneOnceAndAnsweredTheSame() {
    String body = "{\"name\":\"repeat\",\"role\":\"viewer\"}";
    HttpResponse<String> first =
        server.post(Role.ADMIN, "/api/v1/keys", body, "Idempotency-Key", "k-1");
    HttpResponse<String> again =
        server.post(Role.ADMIN, "/api/v1/keys", body, "Idempotency-Key", "k-1");
    HttpResponse<String> other =
        server.post(
            Role.ADMIN,
            "/api/v1/keys",
            "{\"name\":\"other\",\"role\":\"viewer\"}",
            "Idempotency-Key",
            "k-1");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    String keys = server.get(Role.ADMIN, "/api/v1/keys").body();
    assertThat(keys.split("\"repeat\"", -1)).hasSize(2);
    assertThat(keys).doesNotContain("\"other\"");
  }

  @Test
  void problemsSayNothingOfWhatWasSent() {
    HttpResponse<String> problem =
        server.post(Role.ADMIN, "/api/v1/campaigns", "{\"filter\":{\"leastDaysPastDue\":\"王小明\"}}");
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(problem.body()).contains("\"status\":400").doesNotContain("王小明");
    assertThat(server.get(Role.ADMIN, "/api/v1/accounts/13800000000").body())
        .doesNotContain("13800000000");
  }

  @Test
  void metricsCountWorkAndNameNobody() {
    String metrics = server.get(Role.VIEWER, "/metrics").body();
    assertThat(metrics).contains("heyue_letters_queued").contains("jvm_memory_used_bytes");
    assertThat(metrics).doesNotContainPattern("\"[^\"\n]*1[3-9]\\d{9}[^\"\n]*\"");
  }

  @Test
  void theTableInTheDocumentsIsTheOneThatRules() throws IOException {
    Path document =
        io.heyue.app.installation.Checkout.find().root().resolve("doc").resolve("access.md");
    assertThat(Files.readString(document)).contains(io.heyue.app.access.RightsTable.markdown());
  }
}
