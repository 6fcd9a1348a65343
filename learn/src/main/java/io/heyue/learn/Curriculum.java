package io.heyue.learn;

import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import java.util.List;

/**
 * What is to be learned.
 *
 * @param questions that the head answers, in the order of its columns
 * @param learned from these it learns
 * @param held by these it is told when to stop; none is a wording of one that it learns from
 * @param fingerprint of everything that they were made of, in hexadecimal
 */
record Curriculum(
    Skill skill,
    Lang lang,
    List<Question> questions,
    List<Exercise> learned,
    List<Exercise> held,
    String fingerprint) {

  Curriculum {
    questions = List.copyOf(questions);
    learned = List.copyOf(learned);
    held = List.copyOf(held);
  }

  /** What each of the head's columns means. */
  List<String> answers() {
    return questions.stream()
        .flatMap(question ->
            question.name().isEmpty()
                ? question.answers().stream()
                : question.answers().stream().map(answer -> question.name() + ':' + answer))
        .toList();
  }
}
