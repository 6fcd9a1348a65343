package io.heyue.sim.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

  @Test
  void leavesOnlyWhatIsNeeded() {
    for (Set<Integer> needed : List.of(Set.of(3), Set.of(0, 499), Set.of(7, 8, 250, 251, 400))) {
      assertThat(Shrinker.shrink(MANY, part -> part.containsAll(needed)))
          .containsExactlyInAnyOrderElementsOf(needed)
          .isSorted();
    }
  }

  @Test
  void keepsWhatCannotBeSmaller() {
    assertThat(Shrinker.shrink(List.of(1, 2, 3), part -> part.size() == 3))
        .containsExactly(1, 2, 3);
    assertThat(Shrinker.shrink(List.of(1), _ -> true)).containsExactly(1);
  }
}
