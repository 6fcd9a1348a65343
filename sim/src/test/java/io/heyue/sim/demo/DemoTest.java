package io.heyue.sim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.sim.world.VirtualClock;
import io.heyue.store.ledger.LedgerReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small town and the whole running system, with its real database, for some days. */
final class DemoTest {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final int PEOPLE = 80;
  private static final int DAYS = 5;

  @Test
  void aCampaignRunsForDaysAndNothingUnlawfulReachesAnybody(@TempDir Path folder) {
    Installation installation =
        Installation.at(Installation.Kind.DEMO, folder.resolve("installation"));
    VirtualClock clock = new VirtualClock(START);
    Street street = new Street();
    try (House house =
        House.open(
            Checkout.find(),
            installation,
            SettingsReader.read(installation, Map.of()),
            clock,
            List.of(street))) {
      Demo demo = new Demo(house, clock, street, Optional.empty(), installation.folder(), 7);
      demo.prepare(PEOPLE);
      Instant end = START.plus(Duration.ofDays(DAYS));
      while (clock.instant().isBefore(end)) {
        demo.step(() -> true);
      }
      LedgerReport ledger = demo.verify();
      Map<String, Object> summary = demo.tally().summary(ledger, ledger.sound());

      assertThat(ledger.sound()).as("the ledger: %s", ledger).isTrue();
      assertThat(summary.get("unlawful")).as("%s", summary).isEqualTo(0);
      assertThat(number(summary, "contacts")).isBetween(PEOPLE / 2L, PEOPLE * 4L);
      assertThat(number(summary, "rightParty")).isPositive();
      assertThat(number(summary, "promises")).isPositive();
      assertThat(number(summary, "kept")).isPositive();
    }
  }

  private static long number(Map<String, Object> summary, String key) {
    return ((Number) summary.getOrDefault(key, -1)).longValue();
  }
}
