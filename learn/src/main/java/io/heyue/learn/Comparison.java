package io.heyue.learn;

import io.heyue.learn.Figures.ByClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * A new model beside the one that is used, examined on the same sentences.
 *
 * @param used the model that is used
 * @param candidate the new one
 * @param sentences on how many they were examined
 * @param questions each question with one right answer
 * @param marks answers that are right or wrong by themselves (what was said beside the point,
 *     insults), most gained first
 */
record Comparison(
    String used, String candidate, int sentences, List<OfQuestion> questions, List<Change> marks) {
  /** Differences below this are taken for none. */
  private static final double LEAST = 0.0005;

  Comparison {
    questions = List.copyOf(questions);
    marks = List.copyOf(marks);
  }

  /** A figure before and after. */
  record Pair(double before, double after) {
    double gain() {
      return after - before;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f → %.3f", before, after);
    }
  }

  /** One answer: how often it is right, and the harmonic mean of precision and recall. */
  record Change(String answer, int cases, Pair f1) {

    /** Of all answers, most gained first. */
    private static List<Change> all(List<ByClass> before, List<ByClass> after) {
      Map<String, ByClass> old = byAnswer(before);
      Map<String, ByClass> fresh = byAnswer(after);
      Set<String> answers = new TreeSet<>(old.keySet());
      answers.addAll(fresh.keySet());
      ByClass never = new ByClass("", 0, 0, 0);
      List<Change> changes = new ArrayList<>();
      for (String answer : answers) {
        ByClass was = old.getOrDefault(answer, never);
        ByClass is = fresh.getOrDefault(answer, never);
        changes.add(
            new Change(answer, Math.max(was.right(), is.right()), new Pair(was.f1(), is.f1())));
      }
      changes.sort(
          Comparator.comparingDouble((Change change) -> change.f1().gain())
              .reversed()
              .thenComparing(Change::answer));
      return changes;
    }

    private static Map<String, ByClass> byAnswer(List<ByClass> classes) {
      Map<String, ByClass> named = new LinkedHashMap<>();
      classes.forEach(each -> named.put(each.answer(), each));
      return named;
    }

    private static List<Change> better(List<Change> changes) {
      return changes.stream().filter(change -> change.f1().gain() > LEAST).toList();
    }

    /** The worst first. */
    private static List<Change> worse(List<Change> changes) {
      return changes.reversed().stream().filter(change -> change.f1().gain() < -LEAST).toList();
    }
  }

  /**
   * A question.
   *
   * @param changes of all answers, most gained first
   */
  record OfQuestion(
      String question, Pair accuracy, Pair macroF1, Pair calibrationError, List<Change> changes) {
    OfQuestion {
      changes = List.copyOf(changes);
    }

    static OfQuestion of(Figures before, Figures after) {
      return new OfQuestion(
          after.question(),
          new Pair(before.accuracy(), after.accuracy()),
          new Pair(before.macroF1(), after.macroF1()),
          new Pair(before.calibrationError(), after.calibrationError()),
          Change.all(before.classes(), after.classes()));
    }

    List<Change> better() {
      return Change.better(changes);
    }

    /** The worst first. */
    List<Change> worse() {
      return Change.worse(changes);
    }
  }

  /**
   * @throws IllegalArgumentException where the two were not asked the same questions
   */
  static Comparison of(String used, Report before, String candidate, Report after) {
    if (before.figures().size() != after.figures().size()) {
      throw new IllegalArgumentException(
          "One model was asked "
              + before.figures().size()
              + " questions, the other "
              + after.figures().size()
              + ".");
    }
    List<OfQuestion> questions = new ArrayList<>();
    for (int at = 0; at < after.figures().size(); at++) {
      // Of what nobody judged in those sentences nothing can be said.
      if (after.figures().get(at).asked() > 0) {
        questions.add(OfQuestion.of(before.figures().get(at), after.figures().get(at)));
      }
    }
    int sentences = after.figures().isEmpty() ? 0 : after.figures().getFirst().asked();
    return new Comparison(
        used, candidate, sentences, questions, Change.all(before.marks(), after.marks()));
  }

  List<Change> betterMarks() {
    return Change.better(marks);
  }

  /** The worst first. */
  List<Change> worseMarks() {
    return Change.worse(marks);
  }

  /** For the console. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Used: %s; candidate: %s; examined on the same %d sentences."
            .formatted(used, candidate, sentences));
    for (OfQuestion question : questions) {
      lines.add(
          "%s: macro-F1 %s, accuracy %s, calibration error %s"
              .formatted(
                  question.question(),
                  question.macroF1(),
                  question.accuracy(),
                  question.calibrationError()));
      question.better().forEach(change -> lines.add(line("better", change)));
      question.worse().forEach(change -> lines.add(line("worse", change)));
    }
    if (!marks.isEmpty()) {
      lines.add("right or wrong by itself: macro-F1 %s".formatted(markedF1()));
      betterMarks().forEach(change -> lines.add(line("better", change)));
      worseMarks().forEach(change -> lines.add(line("worse", change)));
    }
    return lines;
  }

  /** The mean over all marks that somebody should have got. */
  Pair markedF1() {
    List<Change> asked = marks.stream().filter(change -> change.cases() > 0).toList();
    return new Pair(
        asked.stream().mapToDouble(change -> change.f1().before()).average().orElse(0),
        asked.stream().mapToDouble(change -> change.f1().after()).average().orElse(0));
  }

  private static String line(String how, Change change) {
    return "  %-6s %s: F1 %s in %d cases"
        .formatted(how, change.answer(), change.f1(), change.cases());
  }

  /** Writes {@code comparison.json} into {@code folder}. */
  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("comparison.json"),
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this));
  }
}
