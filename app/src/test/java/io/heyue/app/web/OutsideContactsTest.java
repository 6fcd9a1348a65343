package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PersonId;
import io.heyue.core.law.ContactFacts;
import io.heyue.store.budget.OutsideContacts;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Contacts of agencies, told over the API: they count, once, and stand in the ledger. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideContactsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String ACCOUNT = "L-0001";
  private static final String API = "/api/v1/outside-contacts";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Settings settings = SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0"));
    server = RunningServer.start(folder.resolve("data"), settings, new MovableClock(NOW));
    new SmallLender(server).arrive();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> post(Role role, String contacts) {
    return server.post(role, API, "{\"contacts\":[" + contacts + "]}");
  }

  private static String contact(String key, String account, String more) {
    return """
    {"agency":"agency 7","key":"%s","lender":"晴川消费金融","account":"%s",
    "at":"2026-11-23T01:00:00Z","channel":"call"%s}\
    """
        .formatted(key, account, more);
  }

  private Optional<Boolean> effective() {
    return server
        .house()
        .store()
        .database()
        .transactor()
        .get(sql ->
            sql.get(
                "select effective from outside_contact where number = ''",
                row -> row.findTruth("effective")));
  }

  private long entries() {
    return server
        .house()
        .store()
        .database()
        .transactor()
        .get(sql ->
            sql.get(
                "select count(*) as n from ledger_entry where kind = 'outside'",
                row -> row.number("n")));
  }

  @Test
  void aContactIsNotedOnceAndSettledLater() {
    long before = entries();
    JsonNode first = SmallLender.ok(post(Role.OPERATOR, contact("a-1", ACCOUNT, "")));
    assertThat(first.path("recorded").asInt()).isEqualTo(1);
    JsonNode again = SmallLender.ok(post(Role.OPERATOR, contact("a-1", ACCOUNT, "")));
    assertThat(again.path("repeated").asInt()).isEqualTo(1);
    assertThat(effective()).isEmpty();
    JsonNode missed =
        SmallLender.ok(post(Role.OPERATOR, contact("a-1", ACCOUNT, ",\"effective\":false")));
    assertThat(missed.path("settled").asInt()).isEqualTo(1);
    JsonNode reached =
        SmallLender.ok(post(Role.OPERATOR, contact("a-1", ACCOUNT, ",\"effective\":true")));
    assertThat(reached.path("settled").asInt()).isEqualTo(1);
    SmallLender.ok(post(Role.OPERATOR, contact("a-1", ACCOUNT, ",\"effective\":false")));
    assertThat(effective()).contains(true);
    assertThat(entries() - before).isEqualTo(3);
  }

  @Test
  void whatCanNotBeNotedIsNamedAndTheRestIsNoted() {
    JsonNode answer =
        SmallLender.ok(
            post(
                Role.OPERATOR,
                String.join(
                    ",",
                    contact("b-0", "nobody's", ""),
                    contact("b-1", ACCOUNT, ",\"number\":\"13800001111\""),
                    contact("b-2", ACCOUNT, ",\"number\":\"not a number\""),
                    contact("b-3", ACCOUNT, "").replace("01:00:00Z", "23:00:00Z"),
                    contact("b-4", ACCOUNT, "").replace("\"call\"", "\"pigeon\""),
                    contact("b-1", ACCOUNT, ""))));
    assertThat(answer.path("recorded").asInt()).isEqualTo(1);
    assertThat(answer.path("rejected").findValuesAsString("index"))
        .containsExactlyInAnyOrder("0", "2", "3", "4", "5");
    assertThat(answer.toString()).doesNotContain("13800001111", "not a number");
  }

  /** A call to a guarantor is none to the debtor; the agency may say so, or the number does. */
  @Test
  void whomItWasMadeToIsToldOrKnownByTheNumber() {
    SmallLender.ok(
        post(
            Role.OPERATOR,
            String.join(
                ",",
                contact("d-1", ACCOUNT, ",\"number\":\"13800003333\",\"relation\":\"guarantor\""),
                contact("d-2", ACCOUNT, ",\"number\":\"" + SmallLender.PHONE + "\""),
                contact("d-3", ACCOUNT, ",\"number\":\"13800002222\""))));
    assertThat(relations()).containsExactlyInAnyOrder("guarantor", "self", "unknown");
    JsonNode misspelt =
        SmallLender.ok(post(Role.OPERATOR, contact("d-4", ACCOUNT, ",\"relation\":\"gaurantor\"")));
    assertThat(misspelt.path("rejected").get(0).path("reason").asString()).contains("relation");
  }

  private List<String> relations() {
    return server
        .house()
        .store()
        .database()
        .transactor()
        .get(sql ->
            sql.list(
                "select coalesce(relation, 'unknown') as r from outside_contact where id = any(?)",
                row -> row.text("r"),
                Stream.of("d-1", "d-2", "d-3").map(OutsideContactsTest::id).toList()));
  }

  /** By which the contact of an agency's key is kept. */
  private static UUID id(String key) {
    return new OutsideContacts.Report(
            "agency 7",
            key,
            new PersonId(new UUID(0, 0)),
            new ContactFacts.Trace(NOW, Channel.CALL, "", null))
        .id();
  }

  @Test
  void onlyWhoeverMayTells() {
    assertThat(post(Role.AGENT, contact("c", ACCOUNT, "")).statusCode()).isEqualTo(403);
    assertThat(post(Role.COMPLIANCE, contact("c", ACCOUNT, "")).statusCode()).isEqualTo(403);
    assertThat(server.post(Role.OPERATOR, API, "{\"contacts\":[]}").statusCode()).isEqualTo(422);
    assertThat(server.post(Role.OPERATOR, API, "{}").statusCode()).isEqualTo(422);
  }
}
