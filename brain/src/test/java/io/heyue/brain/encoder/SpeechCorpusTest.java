package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures the understanding on the corpus that nobody learns from and holds it to what it has
 * reached. The report lies in {@code brain/target/speech-<lang>.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeechCorpusTest {
  private ModelListener listener;

  @BeforeAll
  void open() {
    listener = ModelListener.open(Project.DATA, Project.HEADS, RuleEntityParser.of());
  }

  @AfterAll
  void close() {
    listener.close();
  }

  private record Heard(CorpusLine line, Understanding understood) {
    boolean right() {
      return understood.main().intent() == line.is();
    }
  }

  @ParameterizedTest
  @CsvSource({"ZH, 2500, 0.90", "EN, 1500, 0.90"})
  void itGetsNoWorse(Lang lang, int least, double macroF1) throws IOException {
    List<Heard> all =
        CorpusLine.all(lang).stream()
            .map(line ->
                new Heard(
                    line, listener.understand(Project.heard(line.text(), lang, line.after()))))
            .toList();
    IntentReport report = new IntentReport();
    all.forEach(each -> report.add(each.line().is(), each.understood().main()));
    List<String> lines = new ArrayList<>(report.lines(lang.code()));
    lines.add(report.summary(OutsidersTest.SAFETY));
    lines.add(text("calibration error %.3f", report.calibrationError()));
    lines.add(text("noisy: accuracy %.3f", accuracy(all, each -> each.line().noisy())));
    lines.add(
        text("after a move: accuracy %.3f", accuracy(all, each -> !each.line().after().isEmpty())));
    lines.addAll(feelings(all));
    lines.addAll(report.tables());
    lines.add(
        text(
            "cooperation: accuracy %.3f",
            share(all, each -> each.understood().cooperation() == each.line().goesAlong())));
    Files.write(Path.of("target", "speech-" + lang.code() + ".txt"), lines);
    lines.forEach(System.out::println);
    assertThat(all).hasSizeGreaterThanOrEqualTo(least);
    assertThat(report.macroHarmonicMean()).isGreaterThanOrEqualTo(macroF1);
    assertThat(report.calibrationError()).isLessThanOrEqualTo(0.05);
    assertThat(report.precision(0.85)).isGreaterThanOrEqualTo(0.955);
  }

  private static List<String> feelings(List<Heard> all) {
    Map<Feeling, int[]> counts = new EnumMap<>(Feeling.class);
    Stream.of(Feeling.values()).forEach(feeling -> counts.put(feeling, new int[3]));
    for (Heard each : all) {
      Feeling was = each.line().feels();
      Feeling heard = each.understood().emotion().label();
      counts.get(was)[0]++;
      counts.get(heard)[1]++;
      if (was == heard) {
        counts.get(was)[2]++;
      }
    }
    return counts.entrySet().stream()
        .map(each ->
            text(
                "feeling %s: %d cases, recall %.3f, precision %.3f",
                each.getKey(),
                each.getValue()[0],
                (double) each.getValue()[2] / Math.max(1, each.getValue()[0]),
                (double) each.getValue()[2] / Math.max(1, each.getValue()[1])))
        .toList();
  }

  private static double accuracy(List<Heard> all, Predicate<Heard> part) {
    return share(all.stream().filter(part).toList(), Heard::right);
  }

  private static double share(List<Heard> all, Predicate<Heard> good) {
    return (double) all.stream().filter(good).count() / Math.max(1, all.size());
  }

  @FormatMethod
  private static String text(@FormatString String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
