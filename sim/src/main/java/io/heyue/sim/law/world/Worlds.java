package io.heyue.sim.law.world;

import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Relation;
import io.heyue.core.base.Rng;
import io.heyue.sim.law.world.World.Amendment;
import io.heyue.sim.law.world.World.Debt;
import io.heyue.sim.law.world.World.Lender;
import io.heyue.sim.law.world.World.Person;
import io.heyue.sim.law.world.World.Point;
import io.heyue.sim.law.world.World.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws worlds from seeds: the same seed gives the same world. */
public final class Worlds {
  /** Days around which something happens to clocks, calendars or the law. */
  private static final List<LocalDate> BEGINNINGS =
      List.of(
          LocalDate.of(2025, 2, 24), // GB/T 45251 begins on the 28th
          LocalDate.of(2026, 1, 26), // the bankers' guideline begins on the 30th
          LocalDate.of(2026, 10, 22), // clocks go back in Europe
          LocalDate.of(2026, 10, 28), // and in the United States
          LocalDate.of(2026, 12, 27), // New Year
          LocalDate.of(2027, 3, 10), // clocks go forward in the United States
          LocalDate.of(2027, 3, 24), // and in Europe
          LocalDate.of(2027, 6, 14),
          LocalDate.of(2028, 2, 25)); // a leap day

  private static final List<Home> HOMES =
      List.of(
          new Home("CN", "Asia/Shanghai", 10),
          new Home("CN", "Asia/Urumqi", 5),
          new Home("US-NY", "America/New_York", 3),
          new Home("US-CA", "America/Los_Angeles", 2),
          new Home("GB", "Europe/London", 2),
          new Home("IN", "Asia/Kolkata", 2),
          new Home("DE", "Europe/Berlin", 2),
          new Home("HK", "Asia/Hong_Kong", 2),
          new Home("SG", "Asia/Singapore", 1));

  private static final List<Relation> THIRD =
      List.of(Relation.SPOUSE, Relation.FRIEND, Relation.COLLEAGUE, Relation.EMERGENCY_CONTACT);

  private final int events;

  /** Where people live, and how many of them. */
  record Home(String place, String zone, int weight) {}

  /** Worlds of about so many events. */
  public Worlds(int events) {
    this.events = events;
  }

  /** The world of {@code seed}. */
  public World draw(long seed) {
    Rng rng = Rng.seeded(seed).fork("world");
    LocalDate begin = pick(rng, BEGINNINGS);
    int days = 5 + rng.nextInt(24);
    List<Lender> lenders = new ArrayList<>();
    for (int i = 0; i < 1 + rng.nextInt(3); i++) {
      lenders.add(lender(rng));
    }
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 1 + rng.nextInt(4); i++) {
      people.add(person(rng, i, people, lenders.size(), begin));
    }
    World world =
        new World(
            seed,
            lenders,
            people,
            List.of(Duration.ZERO, Duration.ofMillis(4_700), Duration.ofMillis(-4_200)),
            amendments(rng, begin, days),
            List.of());
    return world.with(new Stories(world, rng.fork("story"), begin, days).draw(events));
  }

  static <T> T pick(Rng rng, List<T> from) {
    return from.get(rng.nextInt(from.size()));
  }

  static Home home(Rng rng) {
    int all = HOMES.stream().mapToInt(Home::weight).sum();
    int drawn = rng.nextInt(all);
    for (Home home : HOMES) {
      drawn -= home.weight();
      if (drawn < 0) {
        return home;
      }
    }
    return HOMES.getFirst();
  }

  private static Lender lender(Rng rng) {
    Licence licence = pick(rng, List.of(Licence.values()));
    String place = rng.chance(0.6) ? "CN" : home(rng).place();
    List<String> agencies = new ArrayList<>();
    for (int i = 0; i < rng.nextInt(3); i++) {
      agencies.add("agency-" + i);
    }
    return new Lender(place, licence, agencies);
  }

  private static Person person(
      Rng rng, int index, List<Person> others, int lenders, LocalDate begin) {
    Home home = home(rng);
    List<Point> points = new ArrayList<>();
    int own = 1 + rng.nextInt(2);
    for (int i = 0; i < own; i++) {
      points.add(new Point(number(rng, index, i, others), Relation.SELF, source(rng)));
    }
    if (rng.chance(0.6)) {
      points.add(new Point(number(rng, index, 7, others), pick(rng, THIRD), source(rng)));
    }
    if (rng.chance(0.3)) {
      points.add(new Point(number(rng, index, 8, others), pick(rng, THIRD), source(rng)));
    }
    if (rng.chance(0.2)) {
      points.add(new Point(number(rng, index, 9, others), Relation.GUARANTOR, source(rng)));
    }
    List<Debt> debts = new ArrayList<>();
    for (int i = 0; i < 1 + rng.nextInt(2); i++) {
      debts.add(debt(rng, lenders, begin));
    }
    return new Person(home.place(), ZoneId.of(home.zone()), points, debts);
  }

  /** A number of the person's own, or now and then one that somebody else has too. */
  private static String number(Rng rng, int person, int index, List<Person> others) {
    if (!others.isEmpty() && rng.chance(0.2)) {
      return pick(rng, pick(rng, others).points()).number();
    }
    return "n" + person + index;
  }

  private static NumberSource source(Rng rng) {
    return pick(rng, List.of(NumberSource.values()));
  }

  private static Debt debt(Rng rng, int lenders, LocalDate begin) {
    LocalDate limitation =
        rng.chance(0.1)
            ? begin.minusYears(3).plusDays(rng.nextInt(20) - 2)
            : begin.minusDays(30 + rng.nextInt(700));
    boolean assigned = rng.chance(0.15);
    return new Debt(
        rng.nextInt(lenders),
        pick(rng, List.of("credit card", "cash loan", "消费贷")),
        limitation,
        assigned,
        rng.chance(0.05) ? new BigDecimal("0.36") : new BigDecimal("0.10"),
        rng.chance(0.6) ? Optional.of(begin.plusDays(rng.nextInt(12) - 8)) : Optional.empty(),
        rng.chance(0.7) ? Optional.of(begin.minusDays(rng.nextInt(30))) : Optional.empty());
  }

  /** Now and then the law changes at midnight. */
  private static List<Amendment> amendments(Rng rng, LocalDate begin, int days) {
    if (rng.chance(0.5)) {
      return List.of();
    }
    // Later than any rule that begins while a story goes on, so that there is something to change.
    LocalDate day = begin.plusDays(5 + rng.nextInt(days - 4));
    return switch (pick(rng, List.of(Quantity.values()))) {
      case CN_FROM_HOUR -> List.of(new Amendment(Quantity.CN_FROM_HOUR, day, 7 + rng.nextInt(4)));
      case CN_TO_HOUR -> List.of(new Amendment(Quantity.CN_TO_HOUR, day, 19 + rng.nextInt(4)));
      case CN_CALLS -> List.of(new Amendment(Quantity.CN_CALLS, day, 1 + rng.nextInt(4)));
      case CN_DIALS -> List.of(new Amendment(Quantity.CN_DIALS, day, 2 + rng.nextInt(6)));
      case OUR_TRIES -> List.of(new Amendment(Quantity.OUR_TRIES, day, 1 + rng.nextInt(4)));
      case US_QUIET_DAYS -> List.of(new Amendment(Quantity.US_QUIET_DAYS, day, 5 + rng.nextInt(6)));
    };
  }
}
