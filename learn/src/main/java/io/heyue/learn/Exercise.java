package io.heyue.learn;

/**
 * A sentence to learn from, and what was said before it: what each answer should be, 0 to 1, how
 * much a wrong one counts, and how likely it is met in a round; one of many wordings of the same
 * thing need not be met in each.
 */
final class Exercise {
  private final String before;
  private final String text;
  private final float[] answers;
  private final float[] weights;
  private final float share;

  Exercise(String text, float[] answers, float[] weights, float share) {
    this("", text, answers, weights, share);
  }

  /**
   * @param before what was asked before it; empty where that is nothing
   */
  Exercise(String before, String text, float[] answers, float[] weights, float share) {
    this.before = before;
    this.text = text;
    this.answers = answers;
    this.weights = weights;
    this.share = share;
  }

  String before() {
    return before;
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

  float share() {
    return share;
  }
}
