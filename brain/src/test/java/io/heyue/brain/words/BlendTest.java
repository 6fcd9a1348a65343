package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {
  @Test
  void itFindsHowMuchEachScoreIsWorth() {
    Rng rng = Rng.seeded(3);
    List<Blend.Point> points = new ArrayList<>();
    for (int index = 0; index < 40_000; index++) {
      double linear = 4 * rng.nextDouble() - 2;
      double deep = 4 * rng.nextDouble() - 2;
      double likely = WordHead.logistic(0.5 + 0.7 * linear + 1.6 * deep);
      points.add(new Blend.Point(linear, deep, rng.nextDouble() < likely, 1));
    }
    Blend blend = Blend.fit(points);
    assertThat(blend.bias()).isCloseTo(0.5, within(0.1));
    assertThat(blend.linear()).isCloseTo(0.7, within(0.1));
    assertThat(blend.deep()).isCloseTo(1.6, within(0.1));
  }

  @Test
  void whatTellsEverythingApartDoesNotRunAway() {
    List<Blend.Point> points =
        List.of(new Blend.Point(1, 1, true, 1), new Blend.Point(-1, -1, false, 1));
    assertThat(Blend.fit(points).score(1, 1)).isBetween(1.0, 40.0);
  }
}
