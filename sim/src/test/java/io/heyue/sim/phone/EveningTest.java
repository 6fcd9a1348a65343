package io.heyue.sim.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.Lang;
import io.heyue.sim.play.Stage;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.grammar.GrammarRecogniser;
import io.heyue.voice.recognise.moonshine.Moonshine;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("long")
class EveningTest {
  private static final ModelFolders MODELS =
      ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")));

  /** In which somebody else answers, in English and in Chinese. */
  private static final long SEED = 1_865;

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void conversationsOverRealSipAndRtpAreLawful() throws InterruptedException {
    assumeTrue(found("espeak-ng"), "espeak-ng is not installed");
    assumeTrue(found("flite"), "flite is not installed");
    assumeTrue(MODELS.find(Moonshine.ID).isPresent(), "Moonshine is not there");
    assumeTrue(MODELS.find(GrammarRecogniser.FOLDER).isPresent(), "nobody hears Mandarin here");
    List<SpokenRehearsal.Held> held;
    try (Stage stage = Stage.open(Stage.root());
        Equipment equipment = Equipment.open(Equipment.Wanted.usual(MODELS), _ -> {})) {
      held = Evening.hold(stage, equipment, new Evening.Plan(2, 1, 2, SEED), _ -> {});
    }
    String transcripts = String.join("", held.stream().map(TalkReport::transcript).toList());
    assertThat(held)
        .as(transcripts)
        .extracting(SpokenRehearsal.Held::lang)
        .containsExactlyInAnyOrder(Lang.EN, Lang.ZH);
    assertThat(held).as(transcripts).noneMatch(SpokenRehearsal.Held::unlawful);
    assertThat(held).as(transcripts).allMatch(one -> one.end().up() && one.turns().size() > 1);
  }

  private static boolean found(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
