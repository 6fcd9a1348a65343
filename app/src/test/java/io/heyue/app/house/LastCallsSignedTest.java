package io.heyue.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.phone.Bridge;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.app.phone.SipTelephony;
import io.heyue.app.phone.SmallPhone;
import io.heyue.app.phone.Telephony;
import io.heyue.core.base.PhoneNumber;
import io.heyue.store.ledger.Entry;
import io.heyue.voice.record.Label;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.LiveCalls;
import io.heyue.voice.talk.TalkListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LastCallsSignedTest {
  private static final PhoneNumber OURS = PhoneNumber.find("+861000000000").orElseThrow();
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  /** A telephone whose calls, when they are ended, leave something to be written down. */
  private static final class Ending implements Calls {
    private @Nullable House house;

    /** The number of the last checkpoint before. */
    private long before = -1;

    @Override
    public Dialled call(CallOrder order, TalkListener listener) {
      return new Dialled.NotNow("nobody is called");
    }

    @Override
    public Room room() {
      return new Room(0, 0, 0);
    }

    @Override
    public void close() {
      House open = Objects.requireNonNull(house);
      open.store()
          .database()
          .transactor()
          .run(sql -> {
            assertThat(before).as("closed once").isNegative();
            before =
                open.checkpoints().last(sql).map(kept -> kept.checkpoint().number()).orElse(0L);
            open.ledger()
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
                            "{\"what\":\"a call ended\"}")));
          });
    }
  }

  private static Settings settings(Settings usual) {
    PhoneSettings phone =
        SmallPhone.settings(0, null, SmallPhone.trunk("street", "sip:127.0.0.9:9", 1, OURS));
    return new Settings(usual.server(), null, null, null, null, null, null, phone);
  }

  @Test
  void callsAreEndedBeforeTheLastCheckpointWhileTheDatabaseIsThere(@TempDir Path folder)
      throws Exception {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    Ending calls = new Ending();
    try (House house =
        House.open(
            Checkout.find(),
            installation,
            settings(SettingsReader.read(installation, Map.of())),
            InstantSource.fixed(NOW),
            List.of(),
            _ ->
                Optional.of(
                    new Telephony.Opened(
                        calls, Bridge.NOBODY, _ -> {}, new LiveCalls(), _ -> {})))) {
      calls.house = house;
    }
    assertThat(calls.before).isNotNegative();
    assertThat(Files.readString(installation.folder().resolve("ledger.checkpoints")))
        .contains("\nnumber " + (calls.before + 1) + "\n");
  }

  /** Evidence that nobody can read now is no reason to serve nobody. */
  @Test
  void aRecordingWhoseKeyIsMissingKeepsNothingFromOpening(@TempDir Path folder) throws Exception {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("data"));
    SecureRandom random = new SecureRandom();
    Shelf shelf = Shelf.openOrMake(installation.folder().resolve("recordings"));
    LocalKeys lost = LocalKeys.openOrMake(folder.resolve("lost.keys"), random);
    try (Recorders recorders = new Recorders(shelf, lost, Duration.ofSeconds(5), random)) {
      // It is left as a crash leaves it.
      var _ = recorders.begin(new RecordingId(new UUID(1, 2)), NOW, Label.of("Heyue"));
      try (House house =
          House.open(
              Checkout.find(),
              installation,
              settings(SettingsReader.read(installation, Map.of())),
              InstantSource.fixed(NOW),
              List.of(),
              new SipTelephony(installation.folder(), Map.of()))) {
        assertThat(house.engine().desk()).isNotNull();
        assertThat(shelf.list()).singleElement().matches(each -> !each.finished());
      }
    }
  }
}
