package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.dialogue.Team;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.handovers.Handovers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hand-overs as agents see them. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoversTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server = RunningServer.start(folder.resolve("data"), settings, InstantSource.system());
    server
        .house()
        .store()
        .database()
        .transactor()
        .run(sql -> {
          // The rows that they belong to are of no matter here.
          var _ = sql.update("set local session_replication_role = replica");
          for (int i = 0; i < 3; i++) {
            new Handovers(server.house().store().vault()).add(sql, row(i));
          }
        });
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static HandoverRow row(int i) {
    Rng rng = Rng.seeded(i);
    return HandoverRow.open(
        new UUID(7, i),
        io.heyue.core.base.ConversationId.draw(rng),
        io.heyue.core.base.CaseId.draw(rng),
        io.heyue.core.base.PersonId.draw(rng),
        HandoverReason.REQUESTED,
        i == 2 ? Team.SUPERVISOR : Team.SERVICE,
        Map.of(Lang.ZH, "摘要" + i, Lang.EN, "summary " + i),
        Instant.parse("2026-11-23T02:00:00Z").plusSeconds(i));
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = server.get(Role.AGENT, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private int post(Role role, String path, String body) {
    return server
        .send(
            server
                .request(path)
                .header("Authorization", "Bearer " + server.key(role))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void areListedByPagesTheOldestFirst() {
    JsonNode first = get("/api/v1/handovers?limit=2");
    assertThat(first.path("items")).hasSize(2);
    assertThat(first.path("items").path(0).path("summary").path("zh").asString(""))
        .isEqualTo("摘要0");
    JsonNode second = get("/api/v1/handovers?limit=2&after=" + first.path("next").asString(""));
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(get("/api/v1/handovers?team=supervisor").path("items")).hasSize(1);
    assertThat(server.get(Role.AGENT, "/api/v1/handovers?status=nonsense").statusCode())
        .isEqualTo(422);
  }

  @Test
  void anOutcomeThatNobodyKnowsIsRefused() {
    String one = "/api/v1/handovers/" + new UUID(7, 1);
    assertThat(post(Role.AGENT, one + "/close", "{\"outcome\":\"vanished\"}")).isEqualTo(422);
    assertThat(post(Role.AGENT, one + "/messages", "{\"text\":\"\"}")).isEqualTo(422);
    assertThat(post(Role.COMPLIANCE, one + "/messages", "{\"text\":\"您好\"}")).isEqualTo(403);
    assertThat(post(Role.AGENT, "/api/v1/handovers/" + new UUID(9, 9) + "/claim", "{}"))
        .isEqualTo(404);
  }
}
