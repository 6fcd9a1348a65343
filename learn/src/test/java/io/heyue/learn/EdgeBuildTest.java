package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small model of as many layers as the recipe has, of the lexicon's own tokens. */
class EdgeBuildTest {
  @TempDir private Path folder;

  /** What a small device has room for. */
  @ParameterizedTest
  @CsvSource({"ZH, 15000000", "EN, 15000000"})
  void aDeviceHasRoomForIt(Lang lang, long most) throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    Files.createSymbolicLink(
        data.resolve("lexicon"),
        Path.of(System.getProperty("heyue.root", "..")).resolve("data/lexicon").toRealPath());
    Weights base = Weights.published(lang);
    int answers = SpeechCurriculum.QUESTIONS.stream().mapToInt(each -> each.answers().size()).sum();
    Map<String, Tensor> head =
        Map.of(
            "head.weight",
                Tensor.of(new float[2 * base.width() * answers], 2 * base.width(), answers),
            "head.bias", Tensor.of(new float[answers], answers));
    new Adapter(Map.of("base", base.hash()), Recipe.speech(lang).layers(), head)
        .write(Skill.SPEECH.adapter(data, lang));
    Path file = EdgeBuild.write(data, lang, folder.resolve("edge"));
    assertThat(Files.size(file)).isLessThanOrEqualTo(most);
    try (Encoder encoder = Encoder.open(Skill.SPEECH, lang, folder.resolve("edge"))) {
      assertThat(encoder.scores("", "还三千 ok").getFirst()).hasSize(answers);
    }
  }

  @Test
  void whatNobodyTaughtIsNamed() {
    assertThatThrownBy(() -> Adapter.read(Skill.SPEECH.adapter(folder, Lang.ZH)))
        .hasMessageContaining("speech-zh.adapter")
        .hasMessageContaining("Maybe train it first");
  }
}
