package io.heyue.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.proof.TimeAuthorityPeer;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Transactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AttestingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void theLatestCheckpointIsAttestedAndTheLastOneMadeAtTheEnd(@TempDir Path folder)
      throws Exception {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    try (TimeAuthorityPeer peer = new TimeAuthorityPeer(NOW)) {
      Settings settings =
          SettingsReader.read(
              installation, Map.of("HEYUE_TIMEAUTHORITY_URL", peer.url().toString()));
      try (House house =
          House.open(Checkout.find(), installation, settings, InstantSource.fixed(NOW))) {
        Transactor transactor = house.store().database().transactor();
        assertThat(house.attesting().attest()).isTrue();
        write(house, transactor);
        assertThat(house.checkpoints().make(transactor, NOW)).isPresent();
        assertThat(house.attesting().attest()).isTrue();
        assertThat(transactor.get(house.checkpoints()::last).orElseThrow().token()).isPresent();
        // An authority that fails is asked again later; the checkpoint stands without it.
        write(house, transactor);
        assertThat(house.checkpoints().make(transactor, NOW)).isPresent();
        peer.onTheWay.set(_ -> new byte[0]);
        assertThat(house.attesting().attest()).isFalse();
        write(house, transactor);
      }
      assertThat(Files.readString(installation.folder().resolve("ledger.checkpoints")))
          .contains("\nnumber 3\n")
          .doesNotContain("\nnumber 4\n");
      assertThat(peer.asked.get()).isGreaterThanOrEqualTo(2);
    }
  }

  private static void write(House house, Transactor transactor) {
    transactor.run(sql ->
        house
            .ledger()
            .append(
                sql,
                List.of(
                    new Entry(
                        Entry.Kind.JOB,
                        NOW,
                        UUID.randomUUID(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "{\"what\":\"something\"}"))));
  }
}
