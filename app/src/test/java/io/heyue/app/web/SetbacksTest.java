package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Work that was given up, as an operator sees it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetbacksTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String API = "/api/v1/setbacks";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server = RunningServer.start(folder.resolve("data"), settings, new MovableClock(NOW));
    server
        .house()
        .store()
        .database()
        .transactor()
        .run(sql -> {
          for (int i = 0; i < 3; i++) {
            fail(sql, Kind.CONFIRMATION, i, Setbacks.MOST_TRIES);
          }
          fail(sql, Kind.PAYMENT, 7, Setbacks.MOST_TRIES);
          fail(sql, Kind.SILENCE, 8, 1);
        });
  }

  private static void fail(Sql sql, Kind kind, int item, int tries) {
    for (int i = 0; i < tries; i++) {
      new Setbacks().add(sql, kind, new UUID(3, item).toString(), "SomeFailure at a place", NOW);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode get(String query) {
    return SmallLender.ok(server.get(Role.OPERATOR, API + query));
  }

  private static String id(JsonNode page, int at) {
    return page.path("items").path(at).path("id").asString();
  }

  private HttpResponse<String> dismiss(String id, String body) {
    return server.post(Role.OPERATOR, API + "/" + id + "/dismiss", body);
  }

  @Test
  void isListedByPagesAndByState() {
    JsonNode first = get("?kind=confirmation&limit=2");
    JsonNode second = get("?kind=confirmation&limit=2&after=" + first.path("next").asString());
    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
    JsonNode waiting = get("?state=waiting&kind=silence").path("items").path(0);
    assertThat(waiting.path("reason").asString()).isEqualTo("SomeFailure at a place");
    assertThat(waiting.path("tries").asInt()).isEqualTo(1);
    assertThat(waiting.path("nextAt").asString()).isEqualTo("2026-11-23T02:01:00Z");
    assertThat(server.get(Role.OPERATOR, API + "?state=lost").statusCode()).isEqualTo(422);
    assertThat(server.get(Role.COMPLIANCE, API).statusCode()).isEqualTo(200);
    assertThat(server.get(Role.AGENT, API).statusCode()).isEqualTo(403);
  }

  @Test
  void isDismissedWithAReasonAndCanStillBeTriedAgain() {
    String id = id(get("?kind=confirmation"), 0);
    assertThat(dismiss(id, "{}").statusCode()).isEqualTo(422);
    JsonNode dismissed = SmallLender.ok(dismiss(id, "{\"reason\":\"the account was sold\"}"));
    assertThat(dismissed.path("state").asString()).isEqualTo("dismissed");
    assertThat(dismissed.path("dismissedReason").asString()).isEqualTo("the account was sold");
    assertThat(dismissed.path("dismissedBy").asString()).isEqualTo("key:test-operator");
    assertThat(dismiss(id, "{\"reason\":\"twice\"}").statusCode()).isEqualTo(409);
    assertThat(id(get("?state=dismissed"), 0)).isEqualTo(id);
    assertThat(server.send(server.request("/readyz")).body()).contains("\"givenUp\":3");
    JsonNode again = SmallLender.ok(server.post(Role.OPERATOR, API + "/" + id + "/retry", ""));
    assertThat(again.path("state").asString()).isEqualTo("waiting");
    assertThat(again.path("dismissedReason").isNull()).isTrue();
    assertThat(again.path("nextAt").asString()).isEqualTo("2026-11-23T02:00:00Z");
  }

  @Test
  void paymentsAndWhatStillWaitsAreNotDismissed() {
    String reason = "{\"reason\":\"no\"}";
    HttpResponse<String> payment = dismiss(id(get("?kind=payment"), 0), reason);
    assertThat(payment.statusCode()).isEqualTo(409);
    assertThat(payment.body()).contains("would be lost");
    assertThat(dismiss(id(get("?kind=silence"), 0), reason).statusCode()).isEqualTo(409);
    assertThat(dismiss(UUID.randomUUID().toString(), reason).statusCode()).isEqualTo(404);
    String compliance = API + "/" + id(get("?kind=payment"), 0) + "/retry";
    assertThat(server.post(Role.COMPLIANCE, compliance, "").statusCode()).isEqualTo(403);
  }
}
