package io.heyue.brain.encoder;

import java.util.List;

/**
 * Sees a sentence by its likeness to every sentence of the lexicon: the kernel {@code exp(3 (cos a
 * - 1)) + exp(3 (cos b - 1))} over both halves of their projected vectors, a little more where both
 * answer the same question. A linear head over it can bend around single examples. Thread-safe.
 */
final class Neighbours {
  private static final float SHARPNESS = 3;

  /** How much more two answers to the same question are alike. */
  private static final float SAME_QUESTION = 1.3f;

  private final float[][] marks;
  private final List<String> questions;

  /**
   * Neighbours at {@code marks}.
   *
   * @param marks projected sentence vectors
   * @param questions what each answers; empty where it doesn't matter
   */
  Neighbours(float[][] marks, List<String> questions) {
    this.marks = marks;
    this.questions = List.copyOf(questions);
  }

  float[][] marks() {
    return marks;
  }

  List<String> questions() {
    return questions;
  }

  /** The likeness to each neighbour. */
  float[] see(float[] projected, String question) {
    float[] seen = new float[marks.length];
    int half = projected.length / 2;
    for (int mark = 0; mark < seen.length; mark++) {
      float likeness =
          bend(Dot.of(projected, marks[mark], 0, half))
              + bend(Dot.of(projected, marks[mark], half, projected.length));
      boolean same = !question.isEmpty() && question.equals(questions.get(mark));
      seen[mark] = same ? SAME_QUESTION * likeness : likeness;
    }
    return seen;
  }

  private static float bend(float cosine) {
    return (float) Math.exp(SHARPNESS * (cosine - 1));
  }
}
