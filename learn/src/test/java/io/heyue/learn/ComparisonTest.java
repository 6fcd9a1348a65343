package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.learn.Figures.ByClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir private Path folder = Path.of("");

  private static Report report(double accuracy, ByClass... classes) {
    double macro = List.of(classes).stream().mapToDouble(ByClass::f1).average().orElse(0);
    Figures figures =
        new Figures("intent", 40, accuracy, macro, 0.05, List.of(classes), List.of(), List.of());
    return new Report("SPEECH-zh", Map.of(), List.of(figures), List.of(), 0, 0);
  }

  private static Comparison comparison() {
    return Comparison.of(
        "old",
        report(
            0.7,
            new ByClass("affirm", 10, 10, 5),
            new ByClass("deny", 10, 10, 9),
            new ByClass("busy_now", 10, 10, 8)),
        "new",
        report(
            0.8,
            new ByClass("affirm", 10, 10, 9),
            new ByClass("deny", 10, 10, 7),
            new ByClass("busy_now", 10, 10, 8)));
  }

  @Test
  void saysOfEachAnswerWhetherItGotBetterOrWorse() {
    List<String> lines = comparison().lines();
    assertThat(lines)
        .containsExactly(
            "Used: old; candidate: new; examined on the same 40 sentences.",
            "intent: macro-F1 0.733 → 0.800, accuracy 0.700 → 0.800, calibration error 0.050 → 0.050",
            "  better affirm: F1 0.500 → 0.900 in 10 cases",
            "  worse  deny: F1 0.900 → 0.700 in 10 cases");
  }

  @Test
  void anAnswerThatOneOfThemNeverGaveCounts() {
    Comparison one =
        Comparison.of("old", report(0.5), "new", report(0.6, new ByClass("hurry_up", 4, 4, 2)));
    assertThat(one.questions().getFirst().better())
        .extracting(Comparison.Change::answer)
        .containsExactly("hurry_up");
  }

  @Test
  void aQuestionThatNobodyWasAskedIsLeftOut() {
    Figures none = new Figures("feeling", 0, 1, 0, 0, List.of(), List.of(), List.of());
    Report bare = new Report("SPEECH-zh", Map.of(), List.of(none), List.of(), 0, 0);
    assertThat(Comparison.of("old", bare, "new", bare).questions()).isEmpty();
  }

  @Test
  void whatWasSaidBesideThePointIsComparedToo() {
    Report before = marked(new ByClass("said affirm", 4, 4, 2), new ByClass("rude rude", 2, 2, 2));
    Report after = marked(new ByClass("said affirm", 4, 4, 4), new ByClass("rude rude", 2, 2, 1));
    assertThat(Comparison.of("old", before, "new", after).lines().subList(1, 4))
        .containsExactly(
            "right or wrong by itself: macro-F1 0.750 → 0.750",
            "  better said affirm: F1 0.500 → 1.000 in 4 cases",
            "  worse  rude rude: F1 1.000 → 0.500 in 2 cases");
  }

  private static Report marked(ByClass... marks) {
    return new Report("SPEECH-zh", Map.of(), List.of(), List.of(marks), 0, 0);
  }

  @Test
  void standsInTheReportForPeopleAndForPrograms() throws IOException {
    report(0.8).write(folder, Optional.of(comparison()));
    comparison().write(folder);
    assertThat(Files.readString(folder.resolve("speech-zh.html")))
        .contains("Beside the model that is used", "0.900 → 0.700", "-0.200");
    assertThat(Files.readString(folder.resolve("comparison.json")))
        .contains("\"candidate\" : \"new\"", "\"answer\" : \"affirm\"");
  }
}
