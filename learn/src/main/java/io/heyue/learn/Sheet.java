package io.heyue.learn;

import java.util.Arrays;
import java.util.List;

/** The answers to all questions about one exercise, as they are filled in. Not thread-safe. */
final class Sheet {
  private final List<Question> questions;
  private final float[] answers;
  private final float[] weights;

  Sheet(List<Question> questions) {
    this.questions = questions;
    int columns = questions.stream().mapToInt(question -> question.answers().size()).sum();
    this.answers = new float[columns];
    this.weights = new float[columns];
  }

  /** A wrong answer to this question counts so much; one that is not weighed isn't asked. */
  Sheet weigh(String question, float weight) {
    int from = from(question);
    Question asked = find(question);
    Arrays.fill(weights, from, from + asked.answers().size(), weight * asked.weight());
    return this;
  }

  /** How right an answer is, 0 to 1. */
  Sheet set(String question, String answer, float right) {
    int place = find(question).answers().indexOf(answer);
    if (place < 0) {
      throw new IllegalArgumentException(
          "Question " + question + " has no answer '" + answer + "'.");
    }
    answers[from(question) + place] = right;
    return this;
  }

  Exercise exercise(String before, String text, float share) {
    return new Exercise(before, text, answers, weights, share);
  }

  private Question find(String name) {
    return questions.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no question " + name + "."));
  }

  private int from(String name) {
    return questions.stream()
        .takeWhile(question -> !question.name().equals(name))
        .mapToInt(question -> question.answers().size())
        .sum();
  }
}
