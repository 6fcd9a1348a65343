package io.heyue.sim.law.world;

import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Relation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A small world and what happens in it. Immutable.
 *
 * @param seed that it was drawn from
 * @param skews how far the clock of each of our nodes is ahead
 * @param amendments how the law changes while the story goes on
 * @param story in the order of time; any part of it is a story too
 */
public record World(
    long seed,
    List<Lender> lenders,
    List<Person> people,
    List<Duration> skews,
    List<Amendment> amendments,
    List<Happening> story) {
  public World {
    lenders = List.copyOf(lenders);
    people = List.copyOf(people);
    skews = List.copyOf(skews);
    amendments = List.copyOf(amendments);
    story = List.copyOf(story);
  }

  /** The same world in which only this happens. */
  public World with(List<Happening> happenings) {
    return new World(seed, lenders, people, skews, amendments, happenings);
  }

  /** When the story begins. */
  public Instant begin() {
    return story.isEmpty() ? Instant.EPOCH : story.getFirst().at();
  }

  /**
   * A lender.
   *
   * @param place ISO 3166, with subdivision where it matters
   * @param agencies who contacts people for it, beside itself
   */
  public record Lender(String place, Licence licence, List<String> agencies) {
    public Lender {
      agencies = List.copyOf(agencies);
    }
  }

  /** Somebody who owes. */
  public record Person(String place, ZoneId zone, List<Point> points, List<Debt> debts) {
    public Person {
      points = List.copyOf(points);
      debts = List.copyOf(debts);
    }
  }

  /**
   * A number or address by which the person, or somebody who knows them, can be reached.
   *
   * @param number that two people may share
   */
  public record Point(String number, Relation relation, NumberSource source) {}

  /**
   * What somebody owes.
   *
   * @param lender index of the lender
   * @param limitationFrom day from which the limitation period runs
   * @param price what it costs a year, everything included
   * @param told the day on which the person was told of the assignment, if they were
   * @param placed the day on which they were told that an agency collects, if they were
   */
  public record Debt(
      int lender,
      String product,
      LocalDate limitationFrom,
      boolean assigned,
      BigDecimal price,
      Optional<LocalDate> told,
      Optional<LocalDate> placed) {}

  /**
   * A change of the law from a day on.
   *
   * @param of which quantity
   * @param value hours or numbers, as the quantity has it
   */
  public record Amendment(Quantity of, LocalDate from, int value) {}

  /** What the law may change while a story goes on. */
  public enum Quantity {
    /** The hour from which people in China may be contacted. */
    CN_FROM_HOUR,
    /** The hour from which on they may not be any more. */
    CN_TO_HOUR,
    /** Answered calls a day in China. */
    CN_CALLS,
    /** Dials of a number a day in China. */
    CN_DIALS,
    /** Our own default of tries a day. */
    OUR_TRIES,
    /** Days of quiet after a conversation by telephone in the United States. */
    US_QUIET_DAYS
  }
}
