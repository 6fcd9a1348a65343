package io.heyue.core.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Mood.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoodTest {
  private static Mood after(double... angers) {
    Mood mood = Mood.calm();
    for (double anger : angers) {
      mood = mood.after(anger == 0 ? Emotion.calm() : new Emotion(Feeling.ANGRY, anger, List.of()));
    }
    return mood;
  }

  @Test
  void whoeverGetsAngrierRises() {
    assertThat(after(0, 0.2, 0.6).trend()).isEqualTo(Trend.RISING);
    assertThat(after(0, 0.2, 0.6).feeling()).isEqualTo(Feeling.ANGRY);
  }

  @Test
  void whoeverCalmsDownFalls() {
    assertThat(after(0.8, 0.8, 0.8, 0, 0, 0).trend()).isEqualTo(Trend.FALLING);
    assertThat(after(0.8, 0, 0).feeling()).as("what it was").isEqualTo(Feeling.ANGRY);
  }

  @Test
  void whoeverStaysTheSameIsSteady() {
    assertThat(after().trend()).isEqualTo(Trend.STEADY);
    assertThat(after(0.9).trend()).as("the first words").isEqualTo(Trend.STEADY);
    assertThat(after(0, 0, 0, 0.1).trend()).isEqualTo(Trend.STEADY);
    double[] long_ = new double[20];
    java.util.Arrays.fill(long_, 0.6);
    assertThat(after(long_).trend()).isEqualTo(Trend.STEADY);
  }
}
