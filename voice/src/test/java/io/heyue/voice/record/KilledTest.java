package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {
  @TempDir private Path folder;

  /** A program that is killed (SIGKILL) while it records leaves what can be heard and settled. */
  @Test
  void whatAKilledProgramLeftIsReadAndSettled() throws Exception {
    kill();
    Shelf shelf = Shelf.openOrMake(folder.resolve("recordings"));
    LocalKeys keys = LocalKeys.open(folder.resolve("recording.keys"), new SecureRandom());
    List<Opened> left = shelf.unfinished(keys);
    assertThat(left).hasSize(1);
    Recording cut = (Recording) left.getFirst();
    assertThat(cut.complete()).isFalse();
    assertThat(cut.samples())
        .isGreaterThanOrEqualTo(80_000)
        .isEqualTo(cut.samples() / 8_000 * 8_000);
    short[] heard = cut.left().samples();
    short[] played = cut.right().samples();
    for (int frame = 0; frame < heard.length / 160; frame++) {
      int from = frame * 160;
      assertThat(Arrays.copyOfRange(heard, from, from + 160)).isEqualTo(Rig.frame(frame));
      assertThat(Arrays.copyOfRange(played, from, from + 160)).isEqualTo(Rig.frame(frame + 1));
    }
    RecordingSummary summary = shelf.settle(cut);
    assertThat(summary.complete()).isFalse();
    assertThat(summary.samples()).isEqualTo(cut.samples());
    assertThat(shelf.unfinished(keys)).isEmpty();
    Recording again = (Recording) Recording.open(shelf.find(Rig.ID).orElseThrow().file(), keys);
    assertThat(again.summary(summary.name())).isEqualTo(summary);
  }

  private void kill() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRecorder.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine())
          .as(() -> "the child said: " + text(folder.resolve("err")))
          .isEqualTo("written");
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(128 + 9);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
