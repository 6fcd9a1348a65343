package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
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

/** The queue of labels as an agent sees it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelsApiTest {
  private static final String API = "/api/v1/labels";
  private static final UUID TALK = new UUID(4, 4);

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server =
        RunningServer.start(
            folder.resolve("data"),
            settings,
            new MovableClock(Instant.parse("2026-11-23T02:00:00Z")));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void onlyWhoReadsWhatPeopleSaySeesIt() {
    assertThat(server.get(Role.AGENT, API).statusCode()).isEqualTo(200);
    assertThat(server.get(Role.COMPLIANCE, API).statusCode()).isEqualTo(200);
    assertThat(server.get(Role.OPERATOR, API).statusCode()).isEqualTo(403);
    assertThat(server.get(Role.VIEWER, API).statusCode()).isEqualTo(403);
    JsonNode page = SmallLender.ok(server.get(Role.AGENT, API + "?state=open&lang=zh&limit=2"));
    assertThat(page.path("items")).isEmpty();
    assertThat(server.get(Role.AGENT, API + "?state=shut").statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsWrongIsNamedByItsField() {
    String one = API + "/" + new UUID(1, 1);
    assertThat(server.post(Role.AGENT, one, "{\"intent\":\"can_not\"}").body()).contains("intent");
    assertThat(server.post(Role.AGENT, one, "{\"drop\":true,\"intent\":\"deny\"}").statusCode())
        .isEqualTo(422);
    assertThat(
            server
                .post(
                    Role.AGENT,
                    one,
                    "{\"intent\":\"deny\",\"tone\":{\"feels\":\"sad\",\"degree\":4,\"goesAlong\":\"low\"}}")
                .body())
        .contains("tone.degree");
    assertThat(
            server
                .post(
                    Role.AGENT,
                    one,
                    "{\"intent\":\"deny\",\"tone\":{\"feels\":\"sad\",\"degree\":1,\"goesAlong\":\"low\"}}")
                .body())
        .contains("tone.swears");
    assertThat(
            server
                .post(
                    Role.AGENT,
                    one,
                    "{\"intent\":\"deny\",\"tone\":{\"feels\":\"sad\",\"goesAlong\":\"low\",\"swears\":true}}")
                .body())
        .contains("tone.degree");
    assertThat(server.post(Role.AGENT, one, "{\"drop\":true,\"also\":[\"deny\"]}").body())
        .contains("drop excludes");
    assertThat(server.post(Role.AGENT, one, "{\"intent\":\"deny\"}").statusCode()).isEqualTo(404);
    String corrections = "/api/v1/conversations/" + TALK + "/corrections";
    assertThat(server.post(Role.AGENT, corrections, "{\"intent\":\"deny\"}").body())
        .contains("seq");
    assertThat(server.post(Role.AGENT, corrections, "{\"seq\":1,\"intent\":\"deny\"}").statusCode())
        .isEqualTo(404);
  }
}
