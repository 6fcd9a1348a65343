package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody who logged in stays in. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffSessionsTest {
  private static final String OLD = "twelve-letters";
  private static final String NEW = "other-twelve-letters";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server = RunningServer.start(folder.resolve("data"), settings, clock);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** A browser of staff. */
  private final class Staff implements AutoCloseable {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(String page) throws IOException, InterruptedException {
      Matcher found =
          Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
              .matcher(send(server.request(page)).body());
      assertThat(found.find()).isTrue();
      return found.group(1);
    }

    /** Where the login leads to. */
    String login(String name, String password) throws IOException, InterruptedException {
      String form = "username=" + name + "&password=" + password + "&_csrf=" + token("/login");
      return send(server
              .request("/login")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)))
          .uri()
          .toString();
    }

    int me() throws IOException, InterruptedException {
      return send(server.request("/api/v1/me")).statusCode();
    }

    int change(String token, String before, String after) throws IOException, InterruptedException {
      return send(server
              .request("/api/v1/me/password")
              .header("Content-Type", "application/json")
              .header("X-CSRF-TOKEN", token)
              .POST(HttpRequest.BodyPublishers.ofString(body(before, after))))
          .statusCode();
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  private static String body(String before, String after) {
    return "{\"oldPassword\":\"" + before + "\",\"newPassword\":\"" + after + "\"}";
  }

  private void user(String name, Role role) {
    String body =
        "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role.id(), OLD);
    assertThat(server.post(Role.ADMIN, "/api/v1/users", body).statusCode()).isEqualTo(201);
  }

  private void remove(String name) {
    HttpRequest.Builder request =
        server
            .request("/api/v1/users/" + name)
            .DELETE()
            .header("Authorization", "Bearer " + server.key(Role.ADMIN));
    assertThat(server.send(request).statusCode()).isEqualTo(204);
  }

  @Test
  void whoIsRemovedIsOutAtOnceAlsoWhenMadeAgain() throws Exception {
    user("leaver", Role.COMPLIANCE);
    try (Staff staff = new Staff()) {
      assertThat(staff.login("leaver", OLD)).doesNotContain("/login");
      assertThat(staff.me()).isEqualTo(200);
      remove("leaver");
      assertThat(staff.me()).isEqualTo(401);
      assertThat(staff.send(server.request("/").header("Accept", "text/html")).uri().getPath())
          .isEqualTo("/login");
      user("leaver", Role.COMPLIANCE);
      assertThat(staff.me()).isEqualTo(401);
      assertThat(staff.login("leaver", OLD)).doesNotContain("/login");
      assertThat(staff.me()).isEqualTo(200);
      remove("leaver");
      user("leaver", Role.VIEWER);
      assertThat(staff.me()).as("made again with another role").isEqualTo(401);
    }
  }

  @Test
  void aRoleThatIsTakenInTheDatabaseIsGoneAtOnce() throws Exception {
    user("demoted", Role.ADMIN);
    try (Staff staff = new Staff()) {
      staff.login("demoted", OLD);
      assertThat(staff.send(server.request("/api/v1/users")).statusCode()).isEqualTo(200);
      server
          .house()
          .store()
          .database()
          .transactor()
          .run(sql -> sql.update("update app_user set role = 'viewer' where name = 'demoted'"));
      assertThat(staff.send(server.request("/api/v1/users")).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void whoChangesTheirPasswordIsOutEverywhereElse() throws Exception {
    user("changer", Role.AGENT);
    try (Staff here = new Staff();
        Staff elsewhere = new Staff()) {
      here.login("changer", OLD);
      elsewhere.login("changer", OLD);
      assertThat(elsewhere.me()).isEqualTo(200);
      String token = here.token("/");
      assertThat(here.change("forged", OLD, NEW)).isEqualTo(403);
      assertThat(here.change(token, "wrong-password", NEW)).isEqualTo(422);
      assertThat(here.change(token, OLD, "short")).isEqualTo(422);
      assertThat(here.change(token, OLD, OLD)).isEqualTo(422);
      assertThat(elsewhere.me()).isEqualTo(200);
      assertThat(ledger()).doesNotContain("\"access\"");
      assertThat(here.change(token, OLD, NEW)).isEqualTo(204);
      assertThat(here.me()).isEqualTo(200);
      assertThat(elsewhere.me()).isEqualTo(401);
      assertThat(ledger()).contains("\"access\"");
      assertThat(here.change(here.token("/"), OLD, NEW)).as("no longer").isEqualTo(422);
      clock.move(Duration.ofMinutes(5));
      assertThat(elsewhere.login("changer", OLD)).endsWith("/login?error");
      assertThat(elsewhere.login("changer", NEW)).doesNotContain("/login");
    }
  }

  private String ledger() {
    return IntStream.range(0, 16)
        .mapToObj(stripe -> "/api/v1/ledger/entries?limit=200&stripe=" + stripe)
        .map(path -> server.get(Role.COMPLIANCE, path).body())
        .collect(Collectors.joining());
  }

  @Test
  void guessingTheOldPasswordIsSlowAndAKeyHasNone() throws Exception {
    user("guessed", Role.VIEWER);
    try (Staff staff = new Staff()) {
      staff.login("guessed", OLD);
      String token = staff.token("/");
      for (int i = 0; i < 9; i++) {
        assertThat(staff.change(token, "guess-" + i + "-guess", NEW)).isEqualTo(422);
      }
      assertThat(staff.change(token, OLD, NEW)).isEqualTo(429);
      assertThat(staff.me()).isEqualTo(200);
    }
    assertThat(server.post(Role.ADMIN, "/api/v1/me/password", body(OLD, NEW)).statusCode())
        .isEqualTo(422);
  }
}
