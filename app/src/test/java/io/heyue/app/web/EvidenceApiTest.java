package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.proof.Verifying;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EvidenceApiTest {
  private static final UUID TALK = new UUID(8, 9);
  private static final String PATH = "/api/v1/ledger/contacts/" + TALK;

  @Test
  void evidenceIsTakenOutAsFarAsTheRoleMaySeeIt(@TempDir Path folder)
      throws IOException, InterruptedException {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Instant now = Instant.parse("2026-11-23T02:00:00Z");
    try (RunningServer server =
        RunningServer.start(
            installation.folder(),
            SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0")),
            new MovableClock(now))) {
      write(server, now);
      assertThat(server.get(Role.VIEWER, PATH + "/evidence").statusCode()).isEqualTo(403);
      assertThat(server.get(Role.VIEWER, PATH + "/page").statusCode()).isEqualTo(403);
      assertThat(
              server
                  .get(
                      Role.ADMIN,
                      PATH.replace(TALK.toString(), new UUID(1, 1).toString()) + "/page")
                  .statusCode())
          .isEqualTo(404);
      assertThat(server.get(Role.ADMIN, PATH + "/page?lang=fr").statusCode()).isEqualTo(422);
      for (Role role : List.of(Role.ADMIN, Role.OPERATOR, Role.AGENT, Role.COMPLIANCE)) {
        Path file = bundle(server, role, folder.resolve(role.id() + ".zip"));
        var report = Verifying.of(file, null, null, List.of());
        assertThat(report.sound()).as(report.text(Lang.EN)).isTrue();
        boolean words = role != Role.OPERATOR;
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains("secret words"))
            .as(role.id())
            .isEqualTo(words);
        HttpResponse<String> page = server.get(role, PATH + "/page?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().contains("secret words")).isEqualTo(words);
        assertThat(page.body()).contains("Evidence of a contact").doesNotContain("<script");
        assertThat(page.headers().allValues("Content-Security-Policy"))
            .singleElement()
            .asString()
            .startsWith("default-src 'none'; style-src 'sha256-");
      }
      // Who took it out stands in the ledger: four bundles and four pages.
      assertThat(
              server
                  .get(Role.ADMIN, "/api/v1/ledger/entries?stripe=" + stripe() + "&limit=200")
                  .body())
          .satisfies(body -> assertThat(body.split("\"kind\":\"access\"", -1)).hasSize(9));
      assertThat(server.post(Role.ADMIN, "/api/v1/ledger/verify", "").body())
          .contains("\"sound\":true");
    }
    // An orderly end leaves nothing that isn't signed.
    assertThat(Files.readString(folder.resolve("data/ledger.checkpoints"))).contains("\n— ");
  }

  private static int stripe() {
    return Math.floorMod(TALK.hashCode(), 16);
  }

  private static void write(RunningServer server, Instant now) {
    Ledger ledger = server.house().ledger();
    server
        .house()
        .store()
        .database()
        .transactor()
        .run(sql ->
            ledger.append(
                sql,
                List.of(
                    new Entry(
                        Entry.Kind.TURN,
                        now,
                        TALK,
                        Optional.of(new ConversationId(TALK)),
                        Optional.empty(),
                        Optional.empty(),
                        "{\"result\":\"permitted\",\"said\":\"secret words\",\"turn\":1}"))));
  }

  private static Path bundle(RunningServer server, Role role, Path file)
      throws IOException, InterruptedException {
    HttpResponse<Path> answer =
        HttpClient.newHttpClient()
            .send(
                server
                    .request(PATH + "/evidence")
                    .header("Authorization", "Bearer " + server.key(role))
                    .build(),
                HttpResponse.BodyHandlers.ofFile(file));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    return file;
  }
}
