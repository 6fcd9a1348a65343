package io.heyue.sim.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.sim.law.Fuzzing.Found;
import io.heyue.sim.law.house.House;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LawFuzzTest {
  private static final long SEED = Long.getLong("heyue.fuzz.seed", 7);
  private static final long EVENTS = Long.getLong("heyue.fuzz.events", 200_000);

  private static Fuzzing fuzzing() {
    return new Fuzzing(House.of(House.book(Path.of(System.getProperty("heyue.root", ".")))));
  }

  @Test
  void nothingIsWrongInTwoHundredThousandEvents() {
    Found found = fuzzing().run(SEED, EVENTS);
    Tally tally = found.tally();
    System.out.printf(
        "law fuzzer, seeds %d to %d%n%s", SEED, SEED + tally.worlds() - 1, tally.text());
    assertThat(found.failure().map(Narrator::tell)).isEmpty();
    assertThat(tally.events()).isGreaterThanOrEqualTo(EVENTS);
    // A run that met nothing would find nothing.
    assertThat(tally.of("permitted")).isGreaterThan(EVENTS / 40);
    assertThat(tally.of("refused")).isGreaterThan(EVENTS / 40);
    for (String what :
        new String[] {
          "done",
          "not done twice",
          "not done after its permit's end",
          "recalled before it was made",
          "refused, with the time from which on it is lawful",
          "refused for good, and looked at",
          "retried",
          "reviewed later"
        }) {
      assertThat(tally.of(what)).as(what).isGreaterThan(EVENTS / 2_000);
    }
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    assertThat(fuzzing().run(SEED, 4_000).tally().text())
        .isEqualTo(fuzzing().run(SEED, 4_000).tally().text());
  }
}
