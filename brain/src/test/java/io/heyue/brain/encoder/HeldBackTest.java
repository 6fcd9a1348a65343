package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Measures the understanding on sentences that no head was trained on and holds it to what it has
 * reached. The report lies in {@code brain/target/understanding-<lang>.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldBackTest {
  private ModelListener listener;

  @BeforeAll
  void open() {
    listener = ModelListener.open(Project.DATA, Project.HEADS, RuleEntityParser.of());
  }

  @AfterAll
  void close() {
    listener.close();
  }

  @Test
  void chinese_is_understood_as_well_as_before() throws IOException {
    IntentReport report = report(Lang.ZH);
    assertThat(report.overconfidence()).isBetween(-0.15, 0.05);
    assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.84);
    assertThat(report.macroHarmonicMean()).isGreaterThanOrEqualTo(0.84);
    assertThat(report.recall(Intent.DISTRESS)).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void english_is_understood_as_well_as_before() throws IOException {
    IntentReport report = report(Lang.EN);
    assertThat(report.recall(Intent.DISTRESS)).isGreaterThanOrEqualTo(0.85);
    assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.79);
  }

  private IntentReport report(Lang lang) throws IOException {
    IntentReport report = new IntentReport();
    for (TestSentence sentence : TestSentence.all(lang)) {
      report.add(sentence.is(), hear(sentence, lang));
    }
    List<String> lines = report.lines(lang.code());
    lines.forEach(System.out::println);
    Files.write(Path.of("target", "understanding-" + lang.code() + ".txt"), lines);
    return report;
  }

  private ScoredIntent hear(TestSentence sentence, Lang lang) {
    return listener.understand(Project.heard(sentence.text(), lang, sentence.after())).main();
  }
}
