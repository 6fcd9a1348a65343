package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Days past due are counted on the person's calendar. */
@Timeout(120)
class CaseDaysTest {
  /** In Shanghai it is Tuesday the 24th, one in the morning. */
  private static final Instant NIGHT = Instant.parse("2026-11-23T17:00:00Z");

  private static final int MOST_BEATS = 500;

  private static final String PART =
      "借据号,贷款机构,金额,还款时间,流水号\nL-0001,晴川消费金融,100.00,2026-11-24 00:30:00,P-9\n";

  @Test
  void afterMidnightItIsADayMoreForThePersonThoughNotYetInGreenwich(@TempDir Path folder) {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    try (RunningServer server =
        RunningServer.start(
            folder.resolve("data"),
            SettingsReader.read(installation, Map.of("HEYUE_SERVER_PORT", "0")),
            new MovableClock(NIGHT))) {
      SmallLender lender = new SmallLender(server).arrive();
      var _ = lender.importing("payments", PART);
      JsonNode cases = lender.get(Role.AGENT, "/cases").path("items");
      // The server's own heart may have taken the payment up, and not be done with it.
      for (int beat = 0; beat < MOST_BEATS && cases.isEmpty(); beat++) {
        var _ = server.house().engine().pulse().tick();
        cases = lender.get(Role.AGENT, "/cases").path("items");
      }
      JsonNode matter = cases.get(0);
      assertThat(matter.path("daysPastDue").asInt()).isEqualTo(19);
      assertThat(matter.path("person").asString()).isNotBlank().isNotEqualTo("甲晴川");
    }
  }
}
