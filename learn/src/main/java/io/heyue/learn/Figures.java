package io.heyue.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a question with one right answer was answered.
 *
 * @param accuracy share of right answers
 * @param macroF1 mean over the answers of the harmonic mean of precision and recall
 * @param calibrationError mean distance between how sure the answers are and how many are right,
 *     over ten bands of sureness, each by how many answers fall into it
 * @param classes each answer by itself
 * @param confusions what was taken for what, most frequent first
 * @param curve how many are right of those that are at least so sure
 */
record Figures(
    String question,
    int asked,
    double accuracy,
    double macroF1,
    double calibrationError,
    List<ByClass> classes,
    List<Confusion> confusions,
    List<Coverage> curve) {
  private static final int BANDS = 10;
  private static final int MOST_CONFUSIONS = 40;

  Figures {
    classes = List.copyOf(classes);
    confusions = List.copyOf(confusions);
    curve = List.copyOf(curve);
  }

  /** One answer: how often it was right, was given, and both. */
  record ByClass(String answer, int right, int given, int both) {
    double precision() {
      return given == 0 ? 0 : (double) both / given;
    }

    double recall() {
      return right == 0 ? 0 : (double) both / right;
    }

    double f1() {
      return right + given == 0 ? 0 : 2.0 * both / (right + given);
    }
  }

  /** An answer that was taken for another. */
  record Confusion(String right, String given, int times) {}

  /**
   * Of all, {@code share} are at least {@code confidence} sure, and {@code right} of these right.
   */
  record Coverage(double confidence, double share, double right) {}

  static Figures of(Question question, List<Choice> choices, double temperature) {
    int size = question.answers().size();
    int[][] table = new int[size][size];
    double[] sure = new double[choices.size()];
    boolean[] hit = new boolean[choices.size()];
    for (int at = 0; at < choices.size(); at++) {
      Choice choice = choices.get(at);
      table[choice.right()][choice.given()]++;
      sure[at] = choice.likely(temperature)[choice.given()];
      hit[at] = choice.right() == choice.given();
    }
    List<ByClass> classes = new ArrayList<>();
    for (int answer = 0; answer < size; answer++) {
      int right = 0;
      int given = 0;
      for (int other = 0; other < size; other++) {
        right += table[answer][other];
        given += table[other][answer];
      }
      classes.add(new ByClass(question.answers().get(answer), right, given, table[answer][answer]));
    }
    return new Figures(
        question.name(),
        choices.size(),
        share(hit, sure, 0),
        classes.stream()
            .filter(each -> each.right() > 0)
            .mapToDouble(ByClass::f1)
            .average()
            .orElse(0),
        calibrationError(hit, sure),
        classes.stream().filter(each -> each.right() + each.given() > 0).toList(),
        confusions(question, table),
        curve(hit, sure));
  }

  private static List<Confusion> confusions(Question question, int[][] table) {
    List<Confusion> confusions = new ArrayList<>();
    for (int right = 0; right < table.length; right++) {
      for (int given = 0; given < table.length; given++) {
        if (right != given && table[right][given] > 0) {
          confusions.add(
              new Confusion(
                  question.answers().get(right),
                  question.answers().get(given),
                  table[right][given]));
        }
      }
    }
    confusions.sort(Comparator.comparingInt(Confusion::times).reversed());
    return confusions.subList(0, Math.min(MOST_CONFUSIONS, confusions.size()));
  }

  private static List<Coverage> curve(boolean[] hit, double[] sure) {
    List<Coverage> curve = new ArrayList<>();
    for (double confidence : new double[] {0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99}) {
      int covered = 0;
      for (double each : sure) {
        covered += each >= confidence ? 1 : 0;
      }
      curve.add(
          new Coverage(
              confidence,
              (double) covered / Math.max(1, sure.length),
              share(hit, sure, confidence)));
    }
    return curve;
  }

  /** Of those at least so sure, how many are right. */
  private static double share(boolean[] hit, double[] sure, double confidence) {
    int covered = 0;
    int right = 0;
    for (int at = 0; at < hit.length; at++) {
      if (sure[at] >= confidence) {
        covered++;
        right += hit[at] ? 1 : 0;
      }
    }
    return covered == 0 ? 1 : (double) right / covered;
  }

  private static double calibrationError(boolean[] hit, double[] sure) {
    Map<Integer, double[]> bands = new TreeMap<>();
    for (int at = 0; at < hit.length; at++) {
      double[] band =
          bands.computeIfAbsent(Math.min(BANDS - 1, (int) (sure[at] * BANDS)), _ -> new double[2]);
      band[0] += sure[at];
      band[1] += hit[at] ? 1 : 0;
    }
    double sum = 0;
    for (double[] band : bands.values()) {
      sum += Math.abs(band[0] - band[1]);
    }
    return hit.length == 0 ? 0 : sum / hit.length;
  }
}
