package io.heyue.voice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Wav;
import io.heyue.voice.record.Label;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recorder;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.record.Shelf;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecordingMainTest {
  private static final RecordingId ID = new RecordingId(new UUID(7, 9));

  @TempDir private Path home;
  private Path file = Path.of("");

  private record Ran(int code, String out, String err) {}

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        RecordingMain.commands()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home.toString();
    int code = line.execute(all);
    return new Ran(code, out.toString(), err.toString());
  }

  @BeforeEach
  void record() throws Exception {
    Shelf shelf = Shelf.openOrMake(home.resolve("recordings"));
    LocalKeys keys = LocalKeys.openOrMake(home.resolve("recording.keys"), new SecureRandom());
    try (Recorders recorders =
        new Recorders(shelf, keys, Duration.ofSeconds(5), new SecureRandom())) {
      Recorder recorder =
          recorders.begin(ID, Instant.parse("2026-11-21T02:03:04Z"), Label.of("Some lender"));
      recorder.heard(new short[160], 8_000);
      RecordingSummary summary = recorder.end().get(10, TimeUnit.SECONDS);
      file = home.resolve("recordings").resolve(summary.name());
    }
  }

  @Test
  void recordingsAreListedVerifiedAndTakenOutWithTheirLabel() throws Exception {
    assertThat(run("list").out()).isEqualTo(ID + "  2026-11-21  finished\n");
    Ran verified = run("verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains(ID + "  complete  1.02 s  0 frames lost");
    assertThat(run("verify", ID.toString())).isEqualTo(verified);
    Path wav = home.resolve("out.wav");
    Ran exported = run("export", ID.toString(), "-o", wav.toString());
    assertThat(exported.err()).isEmpty();
    assertThat(exported.code()).isZero();
    assertThat(exported.out())
        .contains("人工智能", "made by a machine", "\"ContentProducer\":\"Some lender\"", "Tones");
    assertThat(Wav.read(wav).samples()).hasSize(3_520 + 8_160);
    Ran again = run("export", ID.toString(), "-o", wav.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("out.wav is there already");
    Path bare = home.resolve("bare.wav");
    Ran without = run("export", ID.toString(), "--a-law", "--no-cue", "-o", bare.toString());
    assertThat(without.out()).contains("人工智能").doesNotContain("Tones");
    assertThat(Wav.read(bare).samples()).hasSize(8_160);
  }

  @Test
  void whatWasTamperedWithIsNotTakenOut() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Path wav = home.resolve("out.wav");
    Ran exported = run("export", ID.toString(), "-o", wav.toString());
    assertThat(exported.code()).isEqualTo(1);
    assertThat(exported.err()).contains("tampered", "Maybe");
    assertThat(wav).doesNotExist();
    Ran verified = run("verify");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains(ID + "  TAMPERED in block 1");
  }

  @Test
  void aFileUnderAnothersNameIsNotTakenOut() throws Exception {
    RecordingId other = new RecordingId(new UUID(7, 10));
    Files.move(file, file.resolveSibling(other + ".heyrec"));
    Path wav = home.resolve("out.wav");
    assertThat(run("verify").code()).isEqualTo(1);
    assertThat(run("export", other.toString(), "-o", wav.toString()).err()).contains("renamed");
    assertThat(wav).doesNotExist();
  }

  @Test
  void aRecordingThatWasCutOffSaysSo() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Ran verified = run("verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("cut off  2.00 s");
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    String wav = home.resolve("out.wav").toString();
    Ran none = run("export", "../x", "-o", wav);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("'../x'", "Maybe");
    Ran unknown = run("export", new UUID(1, 1).toString(), "-o", wav);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no recording", "Maybe");
    assertThat(run("export", ID.toString(), "-o", home.resolve("no/a.wav").toString()).code())
        .isEqualTo(2);
    assertThat(run().code()).isEqualTo(2);
    Files.delete(home.resolve("recording.keys"));
    assertThat(run("verify").err()).contains("recording.keys isn't there", "backup");
    home = home.resolve("elsewhere");
    assertThat(run("list").err()).contains("elsewhere", "HEYUE_HOME");
  }
}
