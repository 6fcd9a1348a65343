package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void open() throws IOException {
    rig = Rig.in(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private RecordingId recorded(String begun) throws Exception {
    RecordingId id = new RecordingId(UUID.randomUUID());
    Recorder recorder = rig.recorders().begin(id, Instant.parse(begun), Rig.LABEL);
    recorder.heard(Rig.frame(1), 0);
    Rig.ended(recorder);
    return id;
  }

  private List<RecordingId> ids() throws IOException {
    return rig.shelf().list().stream().map(Shelf.Shelved::id).toList();
  }

  @Test
  void recordingsAreFoundByTheirIdAndListedByDay() throws Exception {
    RecordingId late = recorded("2026-03-02T00:00:00Z");
    RecordingId early = recorded("2026-03-01T23:59:59Z");
    Files.createDirectory(folder.resolve("recordings/notes"));
    Files.writeString(folder.resolve("recordings/2026-03-01/readme.part"), "no recording");
    assertThat(ids()).containsExactly(early, late);
    Shelf.Shelved found = rig.shelf().find(early).orElseThrow();
    assertThat(found.finished()).isTrue();
    assertThat(found.day()).isEqualTo("2026-03-01");
    assertThat(Recording.open(found.file(), rig.keys())).isInstanceOf(Recording.class);
    assertThat(rig.shelf().find(Rig.ID)).isEmpty();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(found.file().resolveSibling("."))))
        .isEqualTo("rwx------");
  }

  @Test
  void whatIsPastItsRetentionGoesUnlessItIsNeeded() throws Exception {
    RecordingId first = recorded("2025-03-01T10:00:00Z");
    RecordingId disputed = recorded("2025-03-01T11:00:00Z");
    RecordingId alone = recorded("2025-02-01T00:00:00Z");
    RecordingId young = recorded("2025-03-02T00:00:00Z");
    InstantSource before = InstantSource.fixed(Instant.parse("2026-03-01T23:59:59.999Z"));
    assertThat(rig.shelf().discard(YEAR, before, _ -> false)).containsExactly(alone);
    assertThat(folder.resolve("recordings/2025-02-01")).doesNotExist();
    InstantSource after = InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(rig.shelf().discard(YEAR, after, disputed::equals)).containsExactly(first);
    assertThat(ids()).containsExactly(disputed, young);
    assertThatThrownBy(() ->
            rig.shelf()
                .discard(
                    YEAR,
                    after,
                    _ -> {
                      throw new IllegalStateException("the books can't be read");
                    }))
        .hasMessageContaining("books");
    assertThat(ids()).containsExactly(disputed, young);
    assertThatThrownBy(() -> rig.shelf().discard(Duration.ZERO, after, _ -> false))
        .hasMessageContaining("retention");
  }

  @Test
  void whatIsUnfinishedIsSettledAsItIsAndOutlivesNoRetention() throws Exception {
    Recorder cut = rig.recorders().made(Rig.ID, Rig.BEGUN, Rig.LABEL);
    for (int frame = 0; frame < 120; frame++) {
      cut.heard(Rig.frame(frame), frame * 160L);
    }
    cut.write();
    InstantSource soon = InstantSource.fixed(Rig.BEGUN.plus(Duration.ofHours(20)));
    assertThat(rig.shelf().discard(Duration.ofMinutes(1), soon, _ -> false)).isEmpty();
    Recording left = (Recording) rig.shelf().unfinished(rig.keys()).getFirst();
    assertThat(left.samples()).isEqualTo(8_000);
    RecordingSummary summary = rig.shelf().settle(left);
    assertThat(summary.complete()).isFalse();
    assertThat(rig.shelf().unfinished(rig.keys())).isEmpty();
    assertThat(rig.shelf().find(Rig.ID).orElseThrow().finished()).isTrue();
    assertThatThrownBy(() -> rig.shelf().settle(rig.open(summary)))
        .hasMessageContaining("unfinished");
    cut.fail(new IOException("the test is over"));
    // What can't be settled, since its key is gone, doesn't stay for ever.
    Path broken = rig.shelf().find(Rig.ID).orElseThrow().file();
    Path part = Files.move(broken, Path.of(broken.toString().replace(".heyrec", ".part")));
    InstantSource late = InstantSource.fixed(Instant.parse("2036-01-01T00:00:00Z"));
    assertThat(rig.shelf().discard(YEAR, late, _ -> false)).containsExactly(Rig.ID);
    assertThat(part).doesNotExist();
  }

  @Test
  void idsAreReadAsTheyAreWritten() {
    assertThat(RecordingId.find(Rig.ID.toString())).contains(Rig.ID);
    for (String text :
        List.of("", "1-2-3-4-5", Rig.ID.toString().toUpperCase(java.util.Locale.ROOT), "../x")) {
      assertThat(RecordingId.find(text)).isEmpty();
    }
  }
}
