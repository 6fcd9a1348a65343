package io.heyue.brain.encoder;

/**
 * A linear classifier over features: probability by softmax of {@code W x / T}. The arrays are its
 * own and are written to only while it is fitted.
 *
 * <p>[1] Guo et al., On Calibration of Modern Neural Networks, https://arxiv.org/abs/1706.04599
 */
final class Head {
  private final float[][] dense;
  private final float[][] sparse;
  private final int classes;
  private final double temperature;

  Head(float[][] dense, float[][] sparse, double temperature) {
    this.dense = dense;
    this.sparse = sparse;
    this.classes = sparse[0].length;
    this.temperature = temperature;
  }

  /** Weights of the neighbours, one row a neighbour. */
  float[][] dense() {
    return dense;
  }

  /** Weights of the hashed pieces, one row a bucket. */
  float[][] sparse() {
    return sparse;
  }

  /** T, above 0: calibrates the probabilities [1]. */
  double temperature() {
    return temperature;
  }

  static Head blank(int classes, int neighbours) {
    return new Head(new float[neighbours][classes], new float[Pieces.BUCKETS][classes], 1);
  }

  int classes() {
    return classes;
  }

  Head withTemperature(double value) {
    return new Head(dense, sparse, value);
  }

  double[] probabilities(Features features) {
    return softmax(scores(features), temperature);
  }

  double[] scores(Features features) {
    float[] sums = new float[classes];
    Sums.add(sums, features.dense(), dense, 0, dense.length);
    for (int index = 0; index < features.buckets().length; index++) {
      Sums.add(sums, features.weights()[index], sparse[features.buckets()[index]]);
    }
    double[] scores = new double[classes];
    for (int label = 0; label < classes; label++) {
      scores[label] = sums[label];
    }
    return scores;
  }

  static double[] softmax(double[] scores, double temperature) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      highest = Math.max(highest, score);
    }
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      probabilities[label] = Math.exp((scores[label] - highest) / temperature);
      sum += probabilities[label];
    }
    for (int label = 0; label < scores.length; label++) {
      probabilities[label] /= sum;
    }
    return probabilities;
  }
}
