package io.heyue.brain.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {
  private static final Path DATA = Path.of(System.getProperty("heyue.root", "..")).resolve("data");
  private static final String SAID = "我下周五发工资，到时候把逾期的三千还上，行不行？";

  @Test
  void aGoodLineOnlyLosesItsMarks() {
    Noise noise = Noise.read(DATA, Lang.ZH);
    assertThat(noise.heard(SAID, 0, Rng.seeded(1))).isEqualTo("我下周五发工资 到时候把逾期的三千还上 行不行");
    assertThat(Noise.read(DATA, Lang.EN).heard("I can't pay, sorry.", 0, Rng.seeded(1)))
        .isEqualTo("i can't pay sorry");
  }

  @Test
  void theSameSeedIsHeardTheSame() {
    Noise noise = Noise.read(DATA, Lang.ZH);
    assertThat(noise.heard(SAID, 0.2, Rng.seeded(7)))
        .isEqualTo(noise.heard(SAID, 0.2, Rng.seeded(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "ZH, 我下周五发工资到时候还三千",
    "EN, I get paid next friday and will pay then",
    "ZH, 嗯",
    "EN, yes"
  })
  void aBadLineChangesWordsAndLeavesSome(Lang lang, String text) {
    Noise noise = Noise.read(DATA, lang);
    long changed =
        IntStream.range(0, 100)
            .mapToObj(seed -> noise.heard(text, 0.5, Rng.seeded(seed)))
            .peek(heard -> assertThat(heard).isNotBlank())
            .filter(heard -> !heard.equalsIgnoreCase(text))
            .count();
    assertThat(changed).isGreaterThan(10);
  }
}
