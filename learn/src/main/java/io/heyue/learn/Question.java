package io.heyue.learn;

import java.util.List;

/**
 * A question about an exercise, and its answers; each is a column of the head.
 *
 * @param oneOnly whether one answer is right, so that each makes the others less likely; else each
 *     is right or wrong by itself
 * @param weight how much this question counts beside the others
 */
record Question(String name, boolean oneOnly, float weight, List<String> answers) {
  Question {
    answers = List.copyOf(answers);
  }
}
