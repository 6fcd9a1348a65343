package io.heyue.voice.recognise.moonshine;

import java.nio.FloatBuffer;

/**
 * The two likeliest tokens to come next.
 *
 * @param first the likeliest
 * @param firstLog natural logarithm of its probability
 * @param second the next
 * @param secondLog the same of it
 */
record Choice(int first, double firstLog, int second, double secondLog) {
  private static final float NOTHING = 15;

  /**
   * Of the model's scores; ties go to the lower number. What is less likely than the first by e to
   * the fifteenth is left out of the sum.
   *
   * @param from where those of the last place begin
   */
  static Choice of(FloatBuffer scores, int from) {
    int first = 0;
    int second = 1;
    if (scores.get(from + 1) > scores.get(from)) {
      first = 1;
      second = 0;
    }
    int count = scores.limit() - from;
    for (int at = 2; at < count; at++) {
      float score = scores.get(from + at);
      if (score > scores.get(from + first)) {
        second = first;
        first = at;
      } else if (score > scores.get(from + second)) {
        second = at;
      }
    }
    float most = scores.get(from + first);
    double sum = 0;
    for (int at = 0; at < count; at++) {
      float below = scores.get(from + at) - most;
      if (below > -NOTHING) {
        sum += Math.exp(below);
      }
    }
    double whole = Math.log(sum);
    return new Choice(first, -whole, second, (double) scores.get(from + second) - most - whole);
  }

  /** The other way round. */
  Choice turned() {
    return new Choice(
        /* first= */ second,
        /* firstLog= */ secondLog,
        /* second= */ first,
        /* secondLog= */ firstLog);
  }

  /** How much likelier the first is. */
  double lead() {
    return firstLog - secondLog;
  }
}
