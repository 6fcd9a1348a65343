package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Question QUESTION = new Question("colour", true, 1, List.of("red", "blue"));

  /** Three red of which one is taken for blue, one blue that is found: worked out by hand. */
  @Test
  void figuresAreThoseOfTheBook() {
    Figures figures =
        Figures.of(
            QUESTION,
            List.of(
                new Choice(0, new float[] {2, 0}),
                new Choice(0, new float[] {2, 0}),
                new Choice(0, new float[] {0, 2}),
                new Choice(1, new float[] {0, 2})),
            1);
    assertThat(figures.accuracy()).isEqualTo(0.75);
    // Red: precision 1, recall 2/3, F1 0.8; blue: precision 1/2, recall 1, F1 2/3.
    assertThat(figures.macroF1()).isCloseTo((0.8 + 2.0 / 3) / 2, within(1e-9));
    assertThat(figures.confusions()).containsExactly(new Figures.Confusion("red", "blue", 1));
    // All are 0.881 sure and three of four are right.
    assertThat(figures.calibrationError()).isCloseTo(0.8808 - 0.75, within(1e-3));
    assertThat(figures.curve().getFirst().share()).isEqualTo(1);
    assertThat(figures.curve().getLast().share()).isZero();
  }

  @Test
  void whoeverIsTooSureIsCooledDown() {
    List<Choice> choices = new ArrayList<>();
    for (int at = 0; at < 100; at++) {
      choices.add(new Choice(at < 80 ? 0 : 1, new float[] {6, 0}));
    }
    double temperature = Choice.temperature(choices);
    assertThat(choices.getFirst().likely(temperature)[0]).isCloseTo(0.8, within(0.02));
  }
}
