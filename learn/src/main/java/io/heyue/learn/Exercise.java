package io.heyue.learn;

/**
 * A sentence to learn from: what each answer should be, 0 to 1, and how much a wrong one counts.
 */
final class Exercise {
  private final String text;
  private final float[] answers;
  private final float[] weights;

  Exercise(String text, float[] answers, float[] weights) {
    this.text = text;
    this.answers = answers;
    this.weights = weights;
  }

  String text() {
    return text;
  }

  float[] answers() {
    return answers;
  }

  float[] weights() {
    return weights;
  }
}
