package io.heyue.learn;

import java.util.Arrays;
import java.util.List;

/** How a question with one right answer was answered. */
final class Choice {
  private final int right;
  private final float[] scores;

  /**
   * @param right the place of the right answer among the question's
   * @param scores one for each of the question's answers
   */
  Choice(int right, float[] scores) {
    this.right = right;
    this.scores = scores;
  }

  /** The answers to the question whose first column is {@code from}, where it was asked. */
  static List<Choice> all(Examination examination, Question question, int from) {
    int size = question.answers().size();
    return examination.answered().stream()
        .filter(each -> each.exercise().weights()[from] > 0)
        .map(each ->
            new Choice(
                highest(Arrays.copyOfRange(each.exercise().answers(), from, from + size)),
                each.scores(from, from + size)))
        .toList();
  }

  int right() {
    return right;
  }

  int given() {
    return highest(scores);
  }

  /** How likely each answer is when scores are divided by {@code temperature}. */
  double[] likely(double temperature) {
    double most = scores[given()];
    double[] likely = new double[scores.length];
    double sum = 0;
    for (int at = 0; at < likely.length; at++) {
      likely[at] = Math.exp((scores[at] - most) / temperature);
      sum += likely[at];
    }
    for (int at = 0; at < likely.length; at++) {
      likely[at] /= sum;
    }
    return likely;
  }

  private static int highest(float[] values) {
    int highest = 0;
    for (int at = 1; at < values.length; at++) {
      if (values[at] > values[highest]) {
        highest = at;
      }
    }
    return highest;
  }

  /**
   * The temperature under which the right answers are likeliest [1].
   *
   * <p>[1] Guo et al., On Calibration of Modern Neural Networks, https://arxiv.org/abs/1706.04599
   */
  static double temperature(List<Choice> choices) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double temperature = 0.3; temperature < 5; temperature *= 1.03) {
      double surprise = 0;
      for (Choice choice : choices) {
        surprise -= Math.log(choice.likely(temperature)[choice.right()] + 1e-12);
      }
      if (surprise < least) {
        least = surprise;
        best = temperature;
      }
    }
    return best;
  }
}
