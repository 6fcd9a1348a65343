package io.heyue.brain.encoder;

import io.heyue.core.base.Rng;
import java.util.List;

/**
 * Fits a head by stochastic gradient descent with a step of its own for every weight [1]:
 * multinomial logistic regression with a quadratic penalty on the weights an example touches.
 *
 * <p>[1] Duchi, Hazan, Singer, Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization, https://jmlr.org/papers/v12/duchi11a.html
 */
final class Descent {
  private static final float STEP = 0.3f;
  private static final float EPSILON = 1e-6f;

  /** The share of certainty that is taken from the right class and spread over all. */
  private static final double SMOOTHING = 0.05;

  private final Head head;
  private final Head squares;
  private final float densePenalty;
  private final float sparsePenalty;

  private Descent(int classes, int dimensions, float densePenalty, float sparsePenalty) {
    head = Head.blank(classes, dimensions);
    squares = Head.blank(classes, dimensions);
    this.densePenalty = densePenalty;
    this.sparsePenalty = sparsePenalty;
  }

  /** A head fitted to {@code examples}; the same {@code rng} gives the same head. */
  static Head fit(List<Features> examples, int[] labels, int classes, int rounds, Rng rng) {
    Descent descent = new Descent(classes, examples.getFirst().dense().length, 2e-6f, 2e-6f);
    int[] order = new int[labels.length];
    for (int index = 0; index < order.length; index++) {
      order[index] = index;
    }
    for (int round = 0; round < rounds; round++) {
      shuffle(order, rng);
      for (int index : order) {
        descent.learn(examples.get(index), labels[index]);
      }
    }
    return descent.head;
  }

  private void learn(Features features, int label) {
    double[] gap = Head.softmax(head.scores(features), 1);
    for (int other = 0; other < gap.length; other++) {
      gap[other] -= SMOOTHING / gap.length;
    }
    gap[label] -= 1 - SMOOTHING;
    for (int other = 0; other < gap.length; other++) {
      float slope = (float) gap[other];
      head.bias()[other] -= step(squares.bias(), other, slope);
      float[] row = head.dense()[other];
      float[] squareRow = squares.dense()[other];
      for (int index = 0; index < row.length; index++) {
        float gradient = slope * features.dense()[index] + densePenalty * row[index];
        squareRow[index] += gradient * gradient;
        row[index] -= STEP * gradient / ((float) Math.sqrt(squareRow[index]) + EPSILON);
      }
    }
    for (int index = 0; index < features.buckets().length; index++) {
      float[] row = head.sparse()[features.buckets()[index]];
      float[] squareRow = squares.sparse()[features.buckets()[index]];
      float weight = features.weights()[index];
      for (int other = 0; other < row.length; other++) {
        row[other] -=
            step(squareRow, other, (float) gap[other] * weight + sparsePenalty * row[other]);
      }
    }
  }

  private static float step(float[] squares, int index, float gradient) {
    squares[index] += gradient * gradient;
    return STEP * gradient / ((float) Math.sqrt(squares[index]) + EPSILON);
  }

  private static void shuffle(int[] order, Rng rng) {
    for (int index = order.length - 1; index > 0; index--) {
      int other = rng.nextInt(index + 1);
      int kept = order[index];
      order[index] = order[other];
      order[other] = kept;
    }
  }
}
