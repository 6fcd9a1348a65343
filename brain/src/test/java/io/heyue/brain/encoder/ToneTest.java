package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.brain.file.Yaml;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
  private static Yaml example(String feels, String along) {
    return new Yaml(
        Path.of("spoken/deny.yaml"), Map.of("text", "不", "feels", feels, "goes_along", along));
  }

  @Test
  void aToneIsReadAsItIsWritten() {
    assertThat(Tone.find(example("sad 3", "low")))
        .hasValue(new Tone(Feeling.SAD, 1, Cooperation.LOW, false));
    assertThat(Tone.find(new Yaml(Path.of("x"), Map.of("text", "不")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"gloomy 2, mid", "sad 9, mid", "sad x, mid", "sad 2, somehow"})
  void whatIsNoneIsNamedWithItsFile(String feels, String along) {
    assertThatThrownBy(() -> Tone.find(example(feels, along)))
        .hasMessageContaining("deny.yaml")
        .hasMessageContaining(feels)
        .hasMessageContaining(along)
        .hasMessageContaining("Maybe");
  }
}
