package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final int FRAME = Rig.FRAME;
  private static final short SILENT = Rig.kept(new short[1])[0];

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

  /** Bursts whose first sample stands anywhere in a frame, left and right, over silence. */
  @Test
  void burstsStandWhereTheyWereToTheSample() throws Exception {
    Recorder recorder = rig.begin();
    List<Integer> left = List.of(1_003, 9_999, 30_517);
    List<Integer> right = List.of(1_004, 15_999, 39_000);
    for (int at = 0; at < 48_000; at += FRAME) {
      Rig.patiently(recorder);
      recorder.heard(burst(left, at), at);
      recorder.played(burst(right, at), at);
    }
    Recording recording = rig.open(Rig.ended(recorder));
    assertThat(recording.complete()).isTrue();
    assertThat(recording.samples()).isEqualTo(48_000);
    assertThat(recording.lost()).isZero();
    assertThat(starts(recording.left().samples())).isEqualTo(left);
    assertThat(starts(recording.right().samples())).isEqualTo(right);
  }

  private static short[] burst(List<Integer> starts, int from) {
    short[] frame = new short[FRAME];
    for (int at = 0; at < FRAME; at++) {
      int place = from + at;
      boolean in = starts.stream().anyMatch(start -> place >= start && place < start + 400);
      frame[at] = (short) (in ? (place % 8 < 4 ? 9_000 : -9_000) : 0);
    }
    return frame;
  }

  private static List<Integer> starts(short[] samples) {
    List<Integer> starts = new java.util.ArrayList<>();
    int quiet = 1_000;
    for (int at = 0; at < samples.length; at++) {
      boolean loud = Math.abs(samples[at]) > 100;
      if (loud && quiet >= 1_000) {
        starts.add(at);
      }
      quiet = loud ? 0 : quiet + 1;
    }
    return starts;
  }

  @Test
  void gapsAreSilentAndWhatFollowsKeepsItsPlace() throws Exception {
    Recorder recorder = rig.begin();
    recorder.heard(Rig.frame(1), 0);
    recorder.heard(Rig.frame(2), 100_000);
    recorder.played(Rig.frame(3), 99_000);
    Recording recording = rig.open(Rig.ended(recorder));
    short[] left = recording.left().samples();
    assertThat(left).hasSize(100_160);
    assertThat(Arrays.copyOfRange(left, 0, 160)).isEqualTo(Rig.frame(1));
    assertThat(Arrays.copyOfRange(left, 160, 100_000)).containsOnly(SILENT);
    assertThat(Arrays.copyOfRange(left, 100_000, 100_160)).isEqualTo(Rig.frame(2));
    assertThat(Arrays.copyOfRange(recording.right().samples(), 99_000, 99_160))
        .isEqualTo(Rig.frame(3));
  }

  /** Nobody writes: what finds the queue full is counted, and its place stays silent. */
  @Test
  void whatOverflowsIsSilentAndCounted() throws Exception {
    Recorder recorder = rig.recorders().made(Rig.ID, Rig.BEGUN, Rig.LABEL);
    int given = Recorder.MOST_WAITING + 25;
    for (int frame = 0; frame < given; frame++) {
      recorder.heard(Rig.frame(frame), (long) frame * FRAME);
    }
    assertThat(recorder.waiting()).isEqualTo(Recorder.MOST_WAITING);
    recorder.write();
    recorder.heard(Rig.frame(7), (long) given * FRAME);
    var ended = recorder.end();
    assertThat(recorder.write()).isTrue();
    recorder.force();
    RecordingSummary summary = ended.get(1, TimeUnit.SECONDS);
    assertThat(summary.lost()).isEqualTo(25);
    Recording recording = rig.open(summary);
    assertThat(recording.lost()).isEqualTo(25);
    short[] left = recording.left().samples();
    int full = Recorder.MOST_WAITING * FRAME;
    assertThat(Arrays.copyOfRange(left, full - FRAME, full))
        .isEqualTo(Rig.frame(Recorder.MOST_WAITING - 1));
    assertThat(Arrays.copyOfRange(left, full, given * FRAME)).containsOnly(SILENT);
    assertThat(Arrays.copyOfRange(left, given * FRAME, left.length)).isEqualTo(Rig.frame(7));
  }

  @Test
  void theSummaryIsOfTheFile() throws Exception {
    Recorder recorder = rig.begin();
    short[] mine = Rig.frame(5);
    recorder.heard(mine, 0);
    mine[3] = 77;
    RecordingSummary summary = Rig.ended(recorder);
    recorder.heard(Rig.frame(6), 160);
    Path file = rig.file(summary);
    byte[] bytes = Files.readAllBytes(file);
    assertThat(summary.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(summary)
        .isEqualTo(
            new RecordingSummary(
                Rig.ID,
                "2026-11-21/" + Rig.ID + ".heyrec",
                summary.sha256(),
                160,
                0,
                Rig.BEGUN,
                true));
    Recording recording = rig.open(summary);
    assertThat(recording.summary(summary.name())).isEqualTo(summary);
    assertThat(recording.left().samples()).isEqualTo(Rig.frame(5));
    assertThat(recording.head())
        .isEqualTo(new Head(Rig.ID, Rig.BEGUN, 8_000, 2, recording.head().keyId(), Rig.LABEL));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(rig.recorders().begin(other(), Rig.BEGUN, Rig.LABEL).end()).isNotNull();
    assertThatThrownBy(rig::begin).isInstanceOf(IOException.class).hasMessageContaining("already");
  }

  /** Sound of one height would show in the file if it stood there as it is. */
  @Test
  void nothingOfTheSoundStandsInTheFile() throws Exception {
    Recorder recorder = rig.begin();
    for (int frame = 0; frame < 50; frame++) {
      recorder.heard(new short[FRAME], (long) frame * FRAME);
    }
    byte[] bytes = Files.readAllBytes(rig.file(Rig.ended(recorder)));
    int[] counts = new int[256];
    for (byte one : bytes) {
      counts[one & 0xff]++;
    }
    assertThat(Arrays.stream(counts).max().orElse(0)).isLessThan(bytes.length / 20);
  }

  /** A disk that takes no more is told at once, and the others go on. */
  @Test
  void whatCannotBeWrittenFailsAlone() throws Exception {
    Recorder broken = rig.recorders().made(other(), Rig.BEGUN, Rig.LABEL);
    broken.fail(new IOException("No space left on device"));
    assertThatThrownBy(() -> broken.summary().get(1, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("No space");
    broken.heard(Rig.frame(1), 0);
    assertThat(broken.waiting()).isZero();
    Recorder torn = rig.begin();
    Path part = folder.resolve("recordings/2026-11-21/" + Rig.ID + ".part");
    Files.delete(part);
    torn.heard(Rig.frame(1), 0);
    assertThatThrownBy(() -> Rig.ended(torn)).isInstanceOf(ExecutionException.class);
    Recorder sound = rig.recorders().begin(other(), Rig.BEGUN, Rig.LABEL);
    assertThat(Rig.ended(sound).complete()).isTrue();
  }

  @Test
  void closingSealsWhatIsOpen() throws Exception {
    Recorder recorder = rig.begin();
    recorder.heard(Rig.frame(1), 0);
    rig.close();
    RecordingSummary summary = recorder.summary().get(1, TimeUnit.SECONDS);
    assertThat(rig.open(summary).complete()).isTrue();
    assertThatThrownBy(() -> rig.recorders().begin(other(), Rig.BEGUN, Rig.LABEL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void framesOfAnotherLengthAreRefused() throws Exception {
    Recorder recorder = rig.begin();
    assertThatThrownBy(() -> recorder.heard(new short[80], 0)).hasMessageContaining("80 samples");
  }

  private static RecordingId other() {
    return new RecordingId(UUID.randomUUID());
  }
}
