package io.heyue.sim.law.house;

import io.heyue.brain.book.LawBook;
import io.heyue.core.law.Places;
import io.heyue.core.law.RuleBook;
import io.heyue.sim.law.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a story is told to.
 *
 * @param places that some law is known for
 * @param clock told the true time before each event
 */
public record House(Budget budget, Judge judge, Set<String> places, Consumer<Instant> clock) {

  /** Builds a house for each world, since the law may change in each. */
  @FunctionalInterface
  public interface Builder {
    House build(World world);
  }

  /** The production guard with the book of {@code book}, and a budget in memory. */
  public static Builder of(RuleBook book) {
    Set<String> places = places(book);
    Judge unchanged = new GuardJudge(book);
    return world -> {
      Judge judge =
          world.amendments().isEmpty()
              ? unchanged
              : new GuardJudge(AmendedBook.of(book, world.amendments()));
      return new House(new MemoryBudget(judge), judge, places, _ -> {});
    };
  }

  /** The rules below the checkout at {@code root}. */
  public static RuleBook book(Path root) {
    return LawBook.read(root.resolve("data/law")).rules();
  }

  /** The places that a book holds rules of. */
  public static Set<String> places(RuleBook book) {
    Set<String> places = new TreeSet<>();
    book.rules().forEach(rule -> places.add(rule.place()));
    places.remove(Places.EVERYWHERE);
    return places;
  }
}
