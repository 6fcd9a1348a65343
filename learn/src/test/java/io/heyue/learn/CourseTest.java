package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Tokens;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains one layer on a handful of sentences, with the real engine and the real weights. */
class CourseTest {
  private static final Recipe RECIPE = new Recipe(1, 4, 12, 8, 3e-3f, 0.05f, 32);

  @TempDir private Path folder;

  @BeforeAll
  static void quiet() {
    TrainMain.quiet();
  }

  /** What was learned in one library is said by the other, from the file that the build makes. */
  @Test
  void whatWasLearnedIsSaidByTheModelThatIsBuilt() throws IOException {
    Weights base = Weights.published(Lang.ZH);
    Map<String, Tensor> learned = learned(base, RECIPE, 7);
    Adapter adapter = new Adapter(Map.of("base", base.hash()), RECIPE.layers(), learned);
    Files.write(Skill.WORDS.model(folder, Lang.ZH), adapter.onto(base, Form.EIGHT_BIT));
    try (Encoder encoder = Encoder.open(Skill.WORDS, Lang.ZH, folder)) {
      for (Exercise exercise : exercises()) {
        boolean said = encoder.scores(exercise.text())[0] > 0;
        assertThat(said).as(exercise.text()).isEqualTo(exercise.answers()[0] > 0);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    Weights base = Weights.published(Lang.ZH);
    Map<String, Tensor> once = learned(base, RECIPE, 7);
    Map<String, Tensor> again = learned(base, RECIPE, 7);
    Map<String, Tensor> other = learned(base, RECIPE, 8);
    assertThat(head(once)).containsExactly(head(again));
    assertThat(head(once)).isNotEqualTo(head(other));
  }

  /** What was learned is kept: with hardly a step nothing of it changes. */
  @Test
  void whatGoesOnBeginsWhereItEnded() {
    Weights base = Weights.published(Lang.ZH);
    Map<String, Tensor> before = learned(base, RECIPE, 7);
    Map<String, Tensor> after = learned(base, RECIPE.with(0, 0, 1, 1e-9f), 8, before);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((name, tensor) ->
        assertThat(Objects.requireNonNull(after.get(name)).values())
            .as(name)
            .containsExactly(tensor.values(), within(1e-5f)));
  }

  /** What is no number is never written as if it had been learned. */
  @Test
  void whatRunsAwayIsRefused() {
    Recipe wild = RECIPE.with(0, 0, 0, Float.MAX_VALUE);
    assertThatThrownBy(() -> learned(Weights.published(Lang.ZH), wild, 7))
        .hasMessageContaining("ran away")
        .hasMessageContaining("--step");
  }

  private static float[] head(Map<String, Tensor> learned) {
    return Objects.requireNonNull(learned.get("head.weight")).values();
  }

  private static Map<String, Tensor> learned(Weights base, Recipe recipe, long seed) {
    return learned(base, recipe, seed, Map.of());
  }

  private static Map<String, Tensor> learned(
      Weights base, Recipe recipe, long seed, Map<String, Tensor> before) {
    Curriculum curriculum =
        new Curriculum(
            Skill.WORDS,
            Lang.ZH,
            List.of(new Question("", false, 1, List.of("any"))),
            exercises(),
            exercises(),
            "");
    Progress silent =
        new Progress(
            new PrintStream(OutputStream.nullOutputStream()), InstantSource.fixed(Instant.EPOCH));
    try (Tokens tokens = Tokens.of(Lang.ZH)) {
      return new Course(curriculum, recipe, base, tokens, Rng.seeded(seed), silent)
          .run(base, before);
    }
  }

  private static List<Exercise> exercises() {
    List<Exercise> exercises = new ArrayList<>();
    for (String bad : List.of("不还就抓你", "再不还告诉你老板", "你这个骗子", "去你家闹", "等着坐牢吧", "小心你孩子")) {
      exercises.add(new Exercise(bad, new float[] {1}, new float[] {1}, 1));
    }
    for (String good : List.of("您好请问方便吗", "可以分三期还", "谢谢您的来电", "我们不会联系家人", "账单日是五号", "您有权投诉")) {
      exercises.add(new Exercise(good, new float[] {0}, new float[] {1}, 1));
    }
    return exercises;
  }
}
