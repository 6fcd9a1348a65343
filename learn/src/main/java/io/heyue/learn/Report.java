package io.heyue.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What training came to, for people and for programs.
 *
 * @param provenance of the model: base, data, seed, parameters
 * @param figures of each question with one right answer
 * @param marks of each answer that is right or wrong by itself
 * @param p50Micros half of the answers came within so many microseconds, on one thread
 * @param p99Micros ninety-nine of a hundred did
 */
record Report(
    String name,
    Map<String, String> provenance,
    List<Figures> figures,
    List<Figures.ByClass> marks,
    long p50Micros,
    long p99Micros) {
  Report {
    provenance = Map.copyOf(provenance);
    figures = List.copyOf(figures);
    marks = List.copyOf(marks);
  }

  static Report of(
      Curriculum curriculum,
      Map<String, String> provenance,
      Examination examination,
      double temperature) {
    List<Figures> figures = new ArrayList<>();
    List<Figures.ByClass> marks = new ArrayList<>();
    int from = 0;
    for (Question question : curriculum.questions()) {
      if (question.oneOnly()) {
        boolean first = figures.isEmpty();
        figures.add(
            Figures.of(question, Choice.all(examination, question, from), first ? temperature : 1));
      } else {
        marks.addAll(marks(examination, question, from));
      }
      from += question.answers().size();
    }
    return new Report(
        curriculum.skill().name() + "-" + curriculum.lang().code(),
        provenance,
        figures,
        marks,
        examination.micros(0.5),
        examination.micros(0.99));
  }

  private static List<Figures.ByClass> marks(Examination examination, Question question, int from) {
    List<Figures.ByClass> marks = new ArrayList<>();
    for (int at = 0; at < question.answers().size(); at++) {
      int column = from + at;
      int right = 0;
      int given = 0;
      int both = 0;
      for (Examination.Answered each : examination.answered()) {
        if (each.exercise().weights()[column] > 0) {
          boolean is = each.exercise().answers()[column] >= 0.5;
          boolean said = each.score(column) > 0;
          right += is ? 1 : 0;
          given += said ? 1 : 0;
          both += is && said ? 1 : 0;
        }
      }
      String answer = question.answers().get(at);
      String name = question.name().isEmpty() ? answer : question.name() + ' ' + answer;
      if (right + given > 0) {
        marks.add(new Figures.ByClass(name, right, given, both));
      }
    }
    return marks;
  }

  /**
   * Writes {@code NAME.json} and {@code NAME.html} into {@code folder}.
   *
   * @param comparison with what was used before, where there is one
   */
  void write(Path folder, Optional<Comparison> comparison) throws IOException {
    Files.createDirectories(folder);
    String file = name.toLowerCase(Locale.ROOT);
    Files.writeString(
        folder.resolve(file + ".json"),
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    Files.writeString(folder.resolve(file + ".html"), ReportPage.of(this, comparison));
  }
}
