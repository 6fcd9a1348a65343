package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
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

/** Contacts that rules leave to a person, as compliance sees and decides on them. */
@Timeout(240)
class DecisionsApiTest {
  /** A Monday, 10:00 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private static final int MOST_BEATS = 500;

  @TempDir private Path folder = Path.of("");
  private MovableClock clock = new MovableClock(NOW);
  private RunningServer server;
  private SmallLender lender;

  @BeforeEach
  void start() {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    server =
        RunningServer.start(
            folder.resolve("data"),
            SettingsReader.read(
                installation,
                Map.of(
                    "HEYUE_SERVER_PORT", "0",
                    // Nobody listens there.
                    "HEYUE_GATEWAY_URL", "http://127.0.0.1:9/send",
                    "HEYUE_GATEWAY_BODY", "{to} {text} {id} {until}")),
            clock);
    lender = new SmallLender(server).arrive();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void elderly() {
    var _ =
        lender.importing(
            "accounts",
            SmallLender.ACCOUNTS
                .replace("时区\n", "时区,标记\n")
                .replace("Asia/Shanghai\n", "Asia/Shanghai,elderly\n"));
  }

  /** The progress of a campaign once nothing of it is waiting, or something was written. */
  private JsonNode worked(String campaign) {
    JsonNode progress = progress(campaign);
    // The server's own heart may be working it.
    for (int beat = 0; beat < MOST_BEATS && progress.path("waiting").asLong() > 0; beat++) {
      var _ = server.house().engine().pulse().tick();
      progress = progress(campaign);
      if (progress.path("written").asLong() > 0) {
        return progress;
      }
    }
    return progress;
  }

  private JsonNode progress(String campaign) {
    return lender.get(Role.VIEWER, "/campaigns/" + campaign).path("progress");
  }

  private JsonNode waiting() {
    return lender.get(Role.COMPLIANCE, "/decisions").path("items");
  }

  private HttpResponse<String> decide(String body) {
    return server.post(Role.COMPLIANCE, "/api/v1/cases/" + lender.matter() + "/decisions", body);
  }

  @Test
  void complianceSeesWhatWaitsAndPermitsIt() {
    elderly();
    String campaign = lender.campaign("sms");
    JsonNode before = worked(campaign);
    assertThat(before.path("needsPerson").asLong()).isEqualTo(1);
    assertThat(before.path("refused").asLong()).isZero();
    JsonNode waits = waiting();
    assertThat(waits).hasSize(1);
    assertThat(waits.get(0).path("caseId").asString()).isEqualTo(lender.matter());
    assertThat(waits.get(0).path("person").asString()).isNotBlank().isNotEqualTo(SmallLender.NAME);
    assertThat(waits.get(0).path("rules").toString()).isEqualTo("[\"CN-GBT-08@1\"]");
    assertThat(waits.get(0).path("flags").toString()).isEqualTo("[\"elderly\"]");
    assertThat(waits.get(0).path("campaigns").get(0).asString()).isEqualTo(campaign);

    JsonNode made =
        SmallLender.ok(
            decide(
                "{\"contact\":true,\"until\":\"2026-12-31\",\"channels\":[\"sms\"],"
                    + "\"reason\":\"电话核实过\"}"));
    assertThat(made.path("until").asString()).isEqualTo("2026-12-31T16:00:00Z");
    assertThat(made.path("flags").toString()).isEqualTo("[\"elderly\"]");
    assertThat(
            lender
                .get(Role.AGENT, "/cases/" + lender.matter())
                .path("decision")
                .path("channels")
                .toString())
        .isEqualTo("[\"sms\"]");
    assertThat(waiting()).isEmpty();
    clock.move(Duration.ofMinutes(1));
    assertThat(worked(campaign).path("written").asLong()).isEqualTo(1);
    assertThat(lender.get(Role.COMPLIANCE, "/cases/" + lender.matter() + "/why").toString())
        .contains("contact decided", "电话核实过");
  }

  @Test
  void complianceEndsIt() {
    elderly();
    String campaign = lender.campaign("sms");
    assertThat(worked(campaign).path("needsPerson").asLong()).isEqualTo(1);
    JsonNode made = SmallLender.ok(decide("{\"contact\":false,\"reason\":\"住院\"}"));
    assertThat(made.path("contact").asBoolean()).isFalse();
    assertThat(made.path("until").asString()).isEqualTo("2027-02-21T02:00:00Z");
    assertThat(progress(campaign).path("refused").asLong()).isEqualTo(1);
    assertThat(progress(campaign).path("needsPerson").asLong()).isZero();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatCantBeDecidedIsSaid() {
    var _ = worked(lender.campaign("sms"));
    assertThat(decide("{\"contact\":true,\"reason\":\"x\"}").statusCode()).isEqualTo(409);
    elderly();
    assertThat(decide("{\"reason\":\"x\"}").statusCode()).isEqualTo(422);
    assertThat(decide("{\"contact\":true}").statusCode()).isEqualTo(422);
    assertThat(decide("{\"contact\":true,\"reason\":\" \"}").statusCode()).isEqualTo(422);
    assertThat(decide("{\"contact\":true,\"reason\":\"x\",\"until\":\"2026-11-22\"}").body())
        .contains("until 2026-11-22 lies in the past. Maybe");
    assertThat(
            decide("{\"contact\":true,\"reason\":\"x\",\"until\":\"+999999999-12-31\"}")
                .statusCode())
        .isEqualTo(422);
    assertThat(decide("{\"contact\":true,\"reason\":\"x\",\"channels\":[\"drum\"]}").body())
        .contains("A channel 'drum' is none that is known");
    assertThat(
            server
                .post(
                    Role.COMPLIANCE,
                    "/api/v1/cases/00000000-0000-0000-0000-000000000001/decisions",
                    "{\"contact\":true,\"reason\":\"x\"}")
                .statusCode())
        .isEqualTo(404);
  }
}
