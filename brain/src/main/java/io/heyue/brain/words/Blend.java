package io.heyue.brain.words;

import java.util.List;

/**
 * How much the linear head and the encoder are believed: a logistic function of both their scores,
 * fitted to sentences that neither learned from [1].
 *
 * <p>[1] Wolpert, Stacked Generalization, https://doi.org/10.1016/S0893-6080(05)80023-1
 *
 * @param bias what is added
 * @param linear by what the head's score is multiplied
 * @param deep by what the encoder's score is multiplied
 */
record Blend(double bias, double linear, double deep) {
  private static final int STEPS = 40;

  /** Keeps a weight from growing without end where both tell everything apart. */
  private static final double PENALTY = 1e-3;

  /**
   * Two scores of a sentence, and what it is.
   *
   * @param weight how much it counts
   */
  record Point(double linear, double deep, boolean forbidden, double weight) {}

  double score(double linearScore, double deepScore) {
    return bias + linear * linearScore + deep * deepScore;
  }

  /** Fits by Newton's steps; both classes weigh the same. */
  static Blend fit(List<Point> points) {
    double[] at = {0, 0.5, 0.5};
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[3];
      double[][] bend = new double[3][3];
      for (Point point : points) {
        double[] is = {1, point.linear(), point.deep()};
        double likely = WordHead.logistic(at[0] + at[1] * is[1] + at[2] * is[2]);
        double wrong = point.weight() * (likely - (point.forbidden() ? 1 : 0));
        double curve = point.weight() * Math.max(likely * (1 - likely), 1e-6);
        for (int row = 0; row < 3; row++) {
          slope[row] += wrong * is[row];
          for (int column = 0; column < 3; column++) {
            bend[row][column] += curve * is[row] * is[column];
          }
        }
      }
      for (int row = 0; row < 3; row++) {
        slope[row] += PENALTY * at[row];
        bend[row][row] += PENALTY;
      }
      double[] move = solved(bend, slope);
      for (int row = 0; row < 3; row++) {
        at[row] -= move[row];
      }
    }
    return new Blend(at[0], at[1], at[2]);
  }

  /** Three equations by Cramer's rule. */
  private static double[] solved(double[][] table, double[] right) {
    double whole = determinant(table);
    double[] solved = new double[3];
    for (int column = 0; column < 3; column++) {
      double[][] swapped = {table[0].clone(), table[1].clone(), table[2].clone()};
      for (int row = 0; row < 3; row++) {
        swapped[row][column] = right[row];
      }
      solved[column] = determinant(swapped) / whole;
    }
    return solved;
  }

  private static double determinant(double[][] t) {
    return t[0][0] * (t[1][1] * t[2][2] - t[1][2] * t[2][1])
        - t[0][1] * (t[1][0] * t[2][2] - t[1][2] * t[2][0])
        + t[0][2] * (t[1][0] * t[2][1] - t[1][1] * t[2][0]);
  }
}
