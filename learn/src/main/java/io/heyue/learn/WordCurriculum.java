package io.heyue.learn;

import io.heyue.brain.model.Skill;
import io.heyue.brain.words.Lesson;
import io.heyue.brain.words.Schooling;
import io.heyue.core.base.Lang;
import io.heyue.core.words.Offence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which sentences may not be said to somebody who owes, and what each of them does. */
final class WordCurriculum {
  private static final List<Offence> OFFENCES = List.of(Offence.values());

  /** The last answer: whether a sentence may not be said at all. It counts most. */
  private static final String ANY = "any";

  /** How much each offence counts beside it; what exactly is wrong is often open to argument. */
  private static final float NAMED = 0.2f;

  /** One family of wordings in so many is held back. */
  private static final int HELD = 20;

  private WordCurriculum() {}

  static Curriculum read(Path data, Lang lang) {
    Schooling schooling = Schooling.read(data, lang);
    double forbidden = weight(schooling.lessons(), true);
    double permitted = weight(schooling.lessons(), false);
    double half = (forbidden + permitted) / 2;
    List<Exercise> learned = new ArrayList<>();
    List<Exercise> held = new ArrayList<>();
    for (Lesson lesson : schooling.lessons()) {
      boolean bad = lesson.offence().isPresent();
      double weight = half / (bad ? forbidden : permitted);
      (lesson.family() % HELD == 0 ? held : learned).add(exercise(lesson, (float) weight));
    }
    return new Curriculum(
        Skill.WORDS,
        lang,
        List.of(
            new Question(
                "",
                false,
                1,
                Stream.concat(OFFENCES.stream().map(Offence::id), Stream.of(ANY)).toList())),
        learned,
        held,
        schooling.fingerprint());
  }

  private static double weight(List<Lesson> lessons, boolean bad) {
    return lessons.stream()
        .filter(lesson -> lesson.offence().isPresent() == bad)
        .mapToDouble(WordCurriculum::share)
        .sum();
  }

  private static float share(Lesson lesson) {
    return Math.min(1, lesson.weight());
  }

  private static Exercise exercise(Lesson lesson, float weight) {
    int columns = OFFENCES.size() + 1;
    float[] answers = new float[columns];
    float[] weights = new float[columns];
    java.util.Arrays.fill(weights, NAMED * weight);
    weights[columns - 1] = (1 + NAMED) * weight;
    lesson
        .offence()
        .ifPresent(offence -> {
          answers[OFFENCES.indexOf(offence)] = 1;
          answers[columns - 1] = 1;
        });
    return new Exercise(lesson.text(), answers, weights, share(lesson));
  }
}
