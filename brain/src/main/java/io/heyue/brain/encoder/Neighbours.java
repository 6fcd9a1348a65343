package io.heyue.brain.encoder;

import java.util.List;

/**
 * Sees a sentence by its likeness to every sentence of the lexicon: the kernel {@code k(cos a) +
 * k(cos b)} over both halves of their projected vectors, a little more where both answer the same
 * question. A linear head over it can bend around single examples.
 *
 * <p>{@code k(c) = (1 + 3 (c - 1) / 16)^16}, nearly {@code exp(3 (c - 1))}: a power of a sum with
 * positive coefficients, hence a kernel in its own right [1], and made of multiplications only. The
 * neighbours lie one coordinate to an array, so that the processor takes many of them in one step.
 * Thread-safe.
 *
 * <p>[1] Schölkopf and Smola, Learning with Kernels, section 13.1
 */
final class Neighbours {
  private static final float SLOPE = 3f / 16;

  /** How much more two answers to the same question are alike. */
  private static final float SAME_QUESTION = 1.3f;

  /** One array a coordinate, one place in it a neighbour. */
  private final float[][] coordinates;

  private final List<String> questions;

  /**
   * Neighbours at {@code coordinates}.
   *
   * @param coordinates of their projected sentence vectors: one array a coordinate, one place in it
   *     a neighbour
   * @param questions what each answers; empty where it doesn't matter
   */
  Neighbours(float[][] coordinates, List<String> questions) {
    this.coordinates = coordinates;
    this.questions = List.copyOf(questions);
  }

  /** Neighbours at the given projected sentence vectors. */
  static Neighbours at(List<float[]> marks, List<String> questions) {
    float[][] coordinates = new float[marks.getFirst().length][marks.size()];
    for (int mark = 0; mark < marks.size(); mark++) {
      float[] vector = marks.get(mark);
      for (int axis = 0; axis < vector.length; axis++) {
        coordinates[axis][mark] = vector[axis];
      }
    }
    return new Neighbours(coordinates, questions);
  }

  float[][] coordinates() {
    return coordinates;
  }

  List<String> questions() {
    return questions;
  }

  /** The likeness to each neighbour. */
  float[] see(float[] projected, String question) {
    int half = projected.length / 2;
    float[] seen = likeness(projected, 0, half);
    float[] other = likeness(projected, half, projected.length);
    for (int mark = 0; mark < seen.length; mark++) {
      seen[mark] += other[mark];
    }
    if (!question.isEmpty()) {
      for (int mark = 0; mark < seen.length; mark++) {
        if (question.equals(questions.get(mark))) {
          seen[mark] *= SAME_QUESTION;
        }
      }
    }
    return seen;
  }

  private float[] likeness(float[] projected, int start, int end) {
    float[] likeness = new float[questions.size()];
    Sums.add(likeness, projected, coordinates, start, end);
    for (int mark = 0; mark < likeness.length; mark++) {
      float base = 1 + SLOPE * (likeness[mark] - 1);
      float square = base * base;
      float fourth = square * square;
      float eighth = fourth * fourth;
      likeness[mark] = eighth * eighth;
    }
    return likeness;
  }
}
