package io.heyue.learn;

import io.heyue.brain.encoder.Example;
import io.heyue.brain.encoder.SpeechSchooling;
import io.heyue.brain.encoder.Tone;
import io.heyue.brain.model.Skill;
import io.heyue.brain.noise.Noise;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people mean and how they feel: which intent decides the way, which others are said beside
 * it, the feeling and its strength, how far they go along, whether they insult us. Every example is
 * met as it was written and, less often, as a recogniser would have heard it.
 */
final class SpeechCurriculum {
  private static final String INTENT = "intent";
  private static final String SAID = "said";
  private static final String FEELING = "feeling";
  private static final String INTENSITY = "intensity";
  private static final String COOPERATION = "cooperation";
  private static final String OFFENSIVE = "offensive";
  private static final String RUDE = "rude";

  /** The questions, in the order of the head's columns. */
  static final List<Question> QUESTIONS =
      List.of(
          new Question(INTENT, true, 1, names(Intent.values())),
          new Question(SAID, false, 0.1f, names(Intent.values())),
          new Question(FEELING, true, 0.3f, names(Feeling.values())),
          new Question(INTENSITY, false, 0.3f, List.of(INTENSITY)),
          new Question(COOPERATION, true, 0.2f, names(Cooperation.values())),
          new Question(OFFENSIVE, false, 0.3f, List.of(OFFENSIVE)),
          new Question(RUDE, false, 0.3f, List.of(RUDE)));

  /** Of an example whose author named one intent only, others may be said as well. */
  private static final float UNTOLD = 0.3f;

  /** How often an example is met as it would be heard, beside how it was written. */
  private static final float HEARD = 0.3f;

  private static final double LITTLE = 0.06;
  private static final double MUCH = 0.18;

  /** How often a sentence is met that nobody said to us. */
  private static final float OVERHEARD = 0.12f;

  /** An answer without its question is met that much less often. */
  private static final float ALONE = 0.15f;

  /** How many breaths with others each example is put into, and how often each is met. */
  private static final int BREATHS = 3;

  private static final float BREATH = 0.1f;

  private final SpeechSchooling schooling;
  private final Noise noise;
  private final Rng rng;
  private final Map<Intent, Float> weights = new EnumMap<>(Intent.class);

  private SpeechCurriculum(SpeechSchooling schooling, Noise noise, Rng rng) {
    this.schooling = schooling;
    this.noise = noise;
    this.rng = rng;
    schooling.learned().forEach(example -> weights.merge(example.intent(), 1f, Float::sum));
    double mean = (double) schooling.learned().size() / weights.size();
    weights.replaceAll((_, count) -> (float) Math.sqrt(mean / count));
  }

  /**
   * @param rudeness sentences that were only ever judged for being offensive to anybody
   */
  static Curriculum read(Path data, Lang lang, Rudeness rudeness, long seed) {
    return of(SpeechSchooling.read(data, lang), data, lang, rudeness, seed);
  }

  /** The same of what was read already. */
  static Curriculum of(
      SpeechSchooling schooling, Path data, Lang lang, Rudeness rudeness, long seed) {
    return new SpeechCurriculum(schooling, Noise.read(data, lang), Rng.seeded(seed))
        .all(lang, rudeness);
  }

  private Curriculum all(Lang lang, Rudeness rudeness) {
    List<Exercise> learned = new ArrayList<>();
    Breath breath = new Breath(schooling.learned(), schooling.winsOver(), lang, rng);
    for (Example example : schooling.learned()) {
      String asked = schooling.questions().getOrDefault(example.after(), "");
      learned.add(exercise(example, asked, example.text(), 1));
      learned.add(exercise(example, asked, noise.heard(example.text(), LITTLE, rng), HEARD));
      learned.add(exercise(example, asked, noise.heard(example.text(), MUCH, rng), HEARD));
      if (example.after().isEmpty() && example.text().length() > 6) {
        learned.add(exercise(example, anyQuestion(), example.text(), ALONE));
      }
      for (int times = 0; times < BREATHS; times++) {
        breath
            .with(example)
            .ifPresent(both ->
                learned.add(
                    exercise(
                        both,
                        schooling.questions().getOrDefault(both.after(), ""),
                        both.text(),
                        BREATH)));
      }
    }
    rudeness.lines().forEach(line -> learned.add(rude(line)));
    List<Exercise> held =
        schooling.development().stream()
            .map(example ->
                exercise(
                    example,
                    schooling.questions().getOrDefault(example.after(), ""),
                    example.text(),
                    1))
            .toList();
    return new Curriculum(
        Skill.SPEECH,
        lang,
        QUESTIONS,
        learned,
        held,
        schooling.fingerprint() + rudeness.fingerprint());
  }

  /** What is plain without a question stays so whatever was asked. */
  private String anyQuestion() {
    List<String> wordings = schooling.questions().values().stream().sorted().toList();
    return wordings.isEmpty() ? "" : wordings.get(rng.nextInt(wordings.size()));
  }

  private Exercise exercise(Example example, String asked, String text, float share) {
    float weight = weights.getOrDefault(example.intent(), 1f);
    boolean told = example.tone().isPresent();
    Sheet sheet =
        new Sheet(QUESTIONS)
            .weigh(INTENT, weight)
            .set(INTENT, name(example.intent()), 1)
            .weigh(SAID, told ? weight : UNTOLD * weight)
            .set(SAID, name(example.intent()), 1);
    example.also().forEach(also -> sheet.set(SAID, name(also), 1));
    example.tone().ifPresent(tone -> tone(tone, sheet));
    return sheet.exercise(asked, SpeechSchooling.plain(text), share);
  }

  private static void tone(Tone tone, Sheet sheet) {
    sheet
        .weigh(FEELING, 1)
        .set(FEELING, name(tone.feeling()), 1)
        .weigh(INTENSITY, 1)
        .set(INTENSITY, INTENSITY, (float) tone.intensity())
        .weigh(COOPERATION, 1)
        .set(COOPERATION, name(tone.cooperation()), 1)
        .weigh(OFFENSIVE, 1)
        .set(OFFENSIVE, OFFENSIVE, tone.offensive() ? 1 : 0)
        .weigh(RUDE, 1)
        .set(RUDE, RUDE, tone.offensive() ? 1 : 0);
  }

  private static Exercise rude(Rudeness.Line line) {
    return new Sheet(QUESTIONS)
        .weigh(RUDE, 1)
        .set(RUDE, RUDE, line.offensive() ? 1 : 0)
        .exercise("", SpeechSchooling.plain(line.text()), OVERHEARD);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(SpeechCurriculum::name).toList();
  }
}
