package io.heyue.sim.law.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Purpose;
import io.heyue.core.law.RuleBook;
import io.heyue.sim.law.Fault;
import io.heyue.sim.law.Telling;
import io.heyue.sim.law.Watch;
import io.heyue.sim.law.world.Happening;
import io.heyue.sim.law.world.Happening.Gap;
import io.heyue.sim.law.world.World;
import io.heyue.sim.law.world.Worlds;
import io.heyue.store.postgres.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same stories, told to the budget of production on a real database and to the one in memory:
 * they answer the same.
 */
class StoreBudgetTest {
  private static final long SEED = 7;
  private static final int WORLDS = Integer.getInteger("heyue.fuzz.worlds", 8);

  @Test
  void nothingIsWrongWithTheRealBudget(@TempDir Path folder) {
    RuleBook book = House.book(Path.of(System.getProperty("heyue.root", ".")));
    Set<String> places = House.places(book);
    Worlds worlds = new Worlds(400);
    List<Fault> faults = new ArrayList<>();
    long permitted = 0;
    try (Database database = Database.embedded(folder)) {
      for (long seed = SEED; seed < SEED + WORLDS; seed++) {
        World drawn = worlds.draw(seed);
        World world = drawn.with(drawn.story().stream().filter(StoreBudgetTest::fits).toList());
        Judge judge = new CarefulJudge(AmendedBook.of(book, world.amendments()));
        TwoBudgets budget =
            new TwoBudgets(
                new StoreBudget(database.transactor(), book, world), new MemoryBudget(judge));
        Watch watch = new Telling(world, budget, judge, places, _ -> {}).tell();
        watch.faults().stream().filter(StoreBudgetTest::matters).forEach(faults::add);
        assertThat(budget.differences()).as("seed %d", seed).isEmpty();
        permitted += watch.tally().of("permitted");
      }
    }
    assertThat(faults).isEmpty();
    assertThat(permitted).isGreaterThan(5L * WORLDS);
  }

  /**
   * It believes no clock by some seconds, and so is a little stricter around the edges of hours.
   */
  private static boolean matters(Fault fault) {
    return !fault.check().startsWith("lawful from")
        && !fault.check().startsWith("refused without reason")
        && !fault.check().startsWith("waiting would help");
  }

  /**
   * The real budget always knows the history; it keeps answers elsewhere; and it doesn't note whom
   * a number belongs to, so that it can't show who is lost.
   */
  private static boolean fits(Happening happening) {
    return switch (happening) {
      case Happening.Doubt doubt -> doubt.gap() != Gap.HISTORY;
      case Happening.Ask ask -> ask.purpose() != Purpose.REPLY && ask.purpose() != Purpose.LOCATE;
      default -> true;
    };
  }
}
