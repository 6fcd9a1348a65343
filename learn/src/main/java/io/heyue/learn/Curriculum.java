package io.heyue.learn;

import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import java.util.List;

/**
 * What is to be learned.
 *
 * @param answers what each of the head's columns means
 * @param learned from these it learns
 * @param held by these it is told when to stop; none is a wording of one that it learns from
 * @param fingerprint of everything that they were made of, in hexadecimal
 */
record Curriculum(
    Skill skill,
    Lang lang,
    List<String> answers,
    List<Exercise> learned,
    List<Exercise> held,
    String fingerprint) {

  Curriculum {
    answers = List.copyOf(answers);
    learned = List.copyOf(learned);
    held = List.copyOf(held);
  }
}
