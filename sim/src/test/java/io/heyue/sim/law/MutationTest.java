package io.heyue.sim.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.law.RuleBook;
import io.heyue.sim.law.Fuzzing.Failure;
import io.heyue.sim.law.house.House;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Faults that were put into the house on purpose are all found, and soon. */
class MutationTest {
  private static final long SEED = 7;

  /** No fault may hide for longer. */
  private static final long MOST_EVENTS = 200_000;

  private static final RuleBook BOOK = House.book(Path.of(System.getProperty("heyue.root", ".")));

  @Test
  void everySeededFaultIsFound() {
    List<String> table = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    List<Mutant> mutants = Mutants.of(BOOK);
    for (Mutant mutant : mutants) {
      Optional<Failure> failure = new Fuzzing(mutant.builder()).run(SEED, MOST_EVENTS).failure();
      failure.ifPresentOrElse(
          found ->
              table.add(
                  "| %s | %s | %d | %d |"
                      .formatted(
                          mutant.name(),
                          found.fault().check(),
                          found.after(),
                          found.events().size())),
          () -> hidden.add(mutant.name()));
    }
    System.out.printf("| fault | found by | after events | story |%n| --- | --- | --- | --- |%n");
    table.forEach(System.out::println);
    assertThat(hidden).isEmpty();
    assertThat(mutants).hasSizeGreaterThan(20);
  }

  @Test
  void aFailureIsToldAsAShortStory() {
    Mutant early = Mutants.of(BOOK).getFirst();
    Failure failure = new Fuzzing(early.builder()).run(SEED, MOST_EVENTS).failure().orElseThrow();
    assertThat(failure.events()).hasSizeLessThan(4);
    assertThat(Narrator.tell(failure))
        .contains("hours: permitted though it is night on the person's clock [GB/T 45251 §5.3]")
        .contains("./heyue lawfuzz --seed " + failure.seed() + " --events ")
        .contains(" asks on node ");
    // Told again it fails again, and in the house itself it doesn't.
    assertThat(new Fuzzing(early.builder()).faults(failure.world())).isNotEmpty();
    assertThat(new Fuzzing(Mutants.none(BOOK).builder()).faults(failure.world())).isEmpty();
  }
}
