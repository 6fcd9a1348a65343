package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.policy.PolicyDesk;
import io.heyue.brain.book.LawBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A policy from its file to the guard, and every change of it into the ledger. */
@Timeout(240)
class PolicyInUseTest {
  /** A Monday, 10:00 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir private Path folder = Path.of("");

  private Path policy(int revision, String value) throws IOException {
    return Files.writeString(
        Files.createDirectories(folder.resolve("data")).resolve("policy.yaml"),
        """
        lender: 晴川消费金融
        revision: %d
        signer: Chen Jing, compliance
        reason: tried out
        terms:
          - {from: 2026-11-01, max_attempts_per_day: %s}
        """
            .formatted(revision, value));
  }

  private RunningServer start() {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    return RunningServer.start(
        folder.resolve("data"),
        SettingsReader.read(
            installation,
            Map.of(
                "HEYUE_SERVER_PORT", "0",
                // Nobody listens there: it is never asked.
                "HEYUE_GATEWAY_URL", "http://127.0.0.1:9/send",
                "HEYUE_GATEWAY_BODY", "{to} {text} {id} {until}")),
        new MovableClock(NOW));
  }

  private House open() {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    return House.open(
        Checkout.find(),
        installation,
        SettingsReader.read(installation, Map.of()),
        new MovableClock(NOW));
  }

  private static List<String> texts(House house, String query) {
    return house.store().database().transactor().get(sql -> sql.list(query, row -> row.text("t")));
  }

  @Test
  void theGuardJudgesByThePolicyOfTheLenderAndTheLedgerKnowsEveryChange() throws IOException {
    policy(1, "0");
    try (RunningServer server = start()) {
      new SmallLender(server).arrive().campaign("sms");
      var _ = server.house().engine().pulse().tick();
      assertThat(texts(server.house(), "select distinct unnest(rules) as t from contact_refusal"))
          .contains("XX-CFG-01@1");
      assertThat(texts(server.house(), "select state as t from contact_permit")).isEmpty();
      assertThat(policies(server.house())).hasSize(1);
    }
    Path file = policy(2, "3");
    try (House house = open()) {
      assertThat(house.lenderPolicies().standings().getFirst().problems())
          .singleElement()
          .asString()
          .contains("policy.maxAttemptsPerDay 3", "XX-CFG-01");
      assertThat(policies(house)).hasSize(2);
    }
    char[] passphrase = "correct horse battery".toCharArray();
    PolicyDesk.makeKey(folder.resolve("data"), "chen-jing", folder.resolve("chen.key"), passphrase);
    PolicyDesk.sign(
        file,
        LawBook.read(Checkout.find().data().resolve("law")).rules(),
        LocalDate.of(2026, 11, 23),
        folder.resolve("chen.key"),
        passphrase);
    try (House house = open()) {
      assertThat(house.lenderPolicies().standings().getFirst().problems()).isEmpty();
      assertThat(house.lenderPolicies().of("晴川消费金融", LocalDate.of(2026, 11, 23)).signed()).isTrue();
      assertThat(policies(house)).hasSize(3);
    }
    try (House house = open()) {
      assertThat(policies(house)).hasSize(3);
      assertThat(house.engine().why().verify().faults()).isEmpty();
    }
  }

  private static List<String> policies(House house) {
    return texts(house, "select kind as t from ledger_entry where kind = 'policy'");
  }
}
