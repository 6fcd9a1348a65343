package io.heyue.sim.law.world;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.base.Rng;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Happening.Gap;
import io.heyue.sim.law.world.Happening.Limits;
import io.heyue.sim.law.world.Happening.Notice;
import io.heyue.sim.law.world.World.Person;
import io.heyue.sim.law.world.World.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws what happens in a world. Confined to one drawing. */
final class Stories {
  /** Hours of the day at which laws begin and end; contacts crowd around them. */
  private static final List<LocalTime> EDGES =
      List.of(
          LocalTime.MIDNIGHT,
          LocalTime.of(7, 0),
          LocalTime.of(8, 0),
          LocalTime.of(9, 0),
          LocalTime.of(19, 0),
          LocalTime.of(21, 0),
          LocalTime.of(22, 0));

  private static final List<String> FLAGS =
      List.of("number_invalid", "vulnerable", "machine_refused", "no_capacity", "deceased");

  private final World world;
  private final Rng rng;
  private final LocalDate begin;
  private final int days;
  private final List<Happening> story = new ArrayList<>();
  private int keys;

  Stories(World world, Rng rng, LocalDate begin, int days) {
    this.world = world;
    this.rng = rng;
    this.begin = begin;
    this.days = days;
  }

  /** About so many events, in the order of time. */
  List<Happening> draw(int events) {
    for (int i = 0; i < world.lenders().size(); i++) {
      if (rng.chance(0.6)) {
        story.add(policy(begin.atStartOfDay(ZoneId.of("UTC")).toInstant(), i));
      }
    }
    for (int i = 0; i < world.people().size(); i++) {
      if (rng.chance(0.6)) {
        story.add(
            new Happening.Consent(
                begin.minusDays(1).atStartOfDay(ZoneId.of("UTC")).toInstant(),
                i,
                Assent.AI_VOICE,
                true));
      }
    }
    while (story.size() < events) {
      int person = rng.nextInt(world.people().size());
      LocalDate day = begin.plusDays(rng.nextInt(days));
      double drawn = rng.nextDouble();
      if (drawn < 0.3) {
        burst(person, day);
      } else if (drawn < 0.6) {
        contact(person, day);
      } else if (drawn < 0.7) {
        lost(person, day);
      } else {
        change(person, time(person, day));
      }
    }
    story.addAll(Weighing.of(story, FLAGS, rng.fork("decisions")));
    return story.stream().sorted(Comparator.comparing(Happening::at)).toList();
  }

  /** Several tries in a day, often of one kind. */
  private void burst(int person, LocalDate day) {
    int tries = 2 + rng.nextInt(7);
    Channel channel = rng.chance(0.6) ? Channel.CALL : channel();
    int point = point(person, rng.chance(0.9));
    for (int i = 0; i < tries; i++) {
      ask(
          person,
          rng.chance(0.7) ? point : point(person, true),
          rng.chance(0.8) ? channel : channel(),
          Purpose.OUTREACH,
          rng.chance(0.8) ? atDay(person, day) : time(person, day));
    }
  }

  private void contact(int person, LocalDate day) {
    double drawn = rng.nextDouble();
    Purpose purpose =
        drawn < 0.55
            ? Purpose.OUTREACH
            : drawn < 0.75 ? Purpose.CONFIRMATION : drawn < 0.9 ? Purpose.LOCATE : Purpose.REPLY;
    int point = point(person, purpose != Purpose.LOCATE && rng.chance(0.9));
    ask(person, point, channel(), purpose, time(person, day));
  }

  /** Tries that nobody answers over some days, then somebody else is asked. */
  private void lost(int person, LocalDate day) {
    int own = point(person, true);
    int over = 1 + rng.nextInt(3);
    for (int i = 0; i < over; i++) {
      for (int n = 0; n < 1 + rng.nextInt(3); n++) {
        Instant at = atDay(person, day.plusDays(i));
        int key = ask(person, own, rng.chance(0.8) ? Channel.CALL : Channel.SMS, at);
        story.add(new Happening.Use(at.plusSeconds(5), key, 0));
        story.add(new Happening.Settle(at.plusSeconds(60), key, rng.chance(0.1) ? null : false));
      }
    }
    ask(
        person,
        point(person, false),
        rng.chance(0.7) ? Channel.CALL : Channel.SMS,
        Purpose.LOCATE,
        atDay(person, day.plusDays(over - (rng.chance(0.3) ? 1 : 0))));
  }

  private int ask(int person, int point, Channel channel, Instant at) {
    int key = keys++;
    int debt = rng.nextInt(person(person).debts().size());
    story.add(
        new Happening.Ask(
            at, key, 0, person, point, debt, channel, Purpose.OUTREACH, agency(person, debt)));
    return key;
  }

  /** A contact with what becomes of it, and of the nodes that make it. */
  private void ask(int person, int point, Channel channel, Purpose purpose, Instant at) {
    int key = keys++;
    int node = rng.nextInt(world.skews().size());
    int debt = rng.nextInt(person(person).debts().size());
    Happening.Ask ask =
        new Happening.Ask(
            at, key, node, person, point, debt, channel, purpose, agency(person, debt));
    story.add(ask);
    Instant made = at.plusMillis(delay());
    if (rng.chance(0.05)) {
      story.add(again(ask, at.plusMillis(delay())));
    }
    if (rng.chance(0.04)) {
      story.add(new Happening.Crash(between(at, made), node));
    }
    if (rng.chance(0.1)) {
      change(person, between(at, made));
    }
    if (rng.chance(0.93)) {
      story.add(new Happening.Use(made, key, node));
    }
    if (rng.chance(0.06)) {
      story.add(
          new Happening.Use(made.plusMillis(delay()), key, rng.nextInt(world.skews().size())));
    }
    if (rng.chance(0.04)) {
      story.add(new Happening.Crash(made.plusMillis(500), node));
    }
    if (rng.chance(0.08)) {
      withdraw(person, point, channel, made);
    }
    if (rng.chance(0.85)) {
      story.add(new Happening.Settle(made.plusSeconds(1 + rng.nextInt(900)), key, outcome()));
    }
    if (rng.chance(0.05)) {
      story.add(new Happening.Review(at.plus(Duration.ofHours(rng.nextInt(400))), key));
    }
  }

  /** Mid-call the person wants no more of it, and at once there is something to send. */
  private void withdraw(int person, int point, Channel channel, Instant made) {
    Instant said = made.plusSeconds(20);
    Channel next = rng.chance(0.5) ? channel : channel();
    story.add(new Happening.Consent(said, person, Assent.of(next), false));
    ends(0.95, said, later -> new Happening.Consent(later, person, Assent.of(next), true));
    ask(person, point, next, Purpose.CONFIRMATION, said.plusSeconds(1 + rng.nextInt(60)));
  }

  private static Happening.Ask again(Happening.Ask ask, Instant at) {
    return new Happening.Ask(
        at,
        ask.key(),
        ask.node(),
        ask.person(),
        ask.point(),
        ask.debt(),
        ask.channel(),
        ask.purpose(),
        ask.agency());
  }

  private Instant between(Instant from, Instant to) {
    return from.plusMillis((long) (Duration.between(from, to).toMillis() * rng.nextDouble()));
  }

  /** Milliseconds until a contact is made: mostly seconds, at times longer than a permit lasts. */
  private long delay() {
    double drawn = rng.nextDouble();
    return drawn < 0.7
        ? rng.nextInt(20_000)
        : drawn < 0.95 ? rng.nextInt(600_000) : 590_000 + rng.nextInt(600_000);
  }

  private @Nullable Boolean outcome() {
    double drawn = rng.nextDouble();
    return drawn < 0.2 ? (Boolean) true : drawn < 0.9 ? (Boolean) false : null;
  }

  /** Something changes; what stands in the way of all contact mostly ends after some hours. */
  private void change(int person, Instant at) {
    int debt = rng.nextInt(person(person).debts().size());
    LocalDate today = LocalDate.ofInstant(at, person(person).zone());
    switch (rng.nextInt(10)) {
      case 0, 1 -> {
        HoldKind kind = Worlds.pick(rng, List.of(HoldKind.values()));
        story.add(new Happening.Hold(at, person, debt, kind, true));
        ends(0.97, at, later -> new Happening.Hold(later, person, debt, kind, false));
      }
      case 2 -> {
        Assent to = Worlds.pick(rng, List.of(Assent.values()));
        boolean given = rng.chance(0.5);
        story.add(new Happening.Consent(at, person, to, given));
        ends(0.9, at, later -> new Happening.Consent(later, person, to, !given));
      }
      case 3 -> {
        story.add(new Happening.Consent(at, person, Assent.AGREED_HOURS, true));
        ends(0.9, at, later -> new Happening.Consent(later, person, Assent.AGREED_HOURS, false));
      }
      case 4 -> story.add(policy(at, rng.nextInt(world.lenders().size())));
      case 5 -> {
        String flag = Worlds.pick(rng, FLAGS);
        story.add(new Happening.Flag(at, person, flag, true));
        ends(0.97, at, later -> new Happening.Flag(later, person, flag, false));
      }
      case 6 -> {
        Gap gap = Worlds.pick(rng, List.of(Gap.values()));
        story.add(new Happening.Doubt(at, person, debt, gap, true));
        ends(1, at, later -> new Happening.Doubt(later, person, debt, gap, false));
      }
      case 7 -> story.add(outside(person, at));
      case 8 ->
          story.add(
              rng.chance(0.5)
                  ? new Happening.Demand(at, person, debt, today)
                  : new Happening.Told(
                      at,
                      person,
                      debt,
                      Worlds.pick(rng, List.of(Notice.values())),
                      today.plusDays(rng.nextInt(3))));
      default -> {
        if (rng.chance(0.2)) {
          story.add(move(person, at));
        } else if (rng.chance(0.3)) {
          story.add(new Happening.Refusal(at, person, point(person, false)));
        }
      }
    }
  }

  /** Mostly within a day and a half. */
  private void ends(double chance, Instant at, Function<Instant, Happening> end) {
    if (rng.chance(chance)) {
      story.add(end.apply(at.plusSeconds(1 + rng.nextInt(rng.chance(0.5) ? 7_200 : 130_000))));
    }
  }

  private Happening move(int person, Instant at) {
    Worlds.Home home = Worlds.home(rng);
    return new Happening.Move(at, person, home.place(), ZoneId.of(home.zone()));
  }

  private Happening outside(int person, Instant at) {
    return new Happening.Outside(
        at,
        at.minusSeconds(rng.chance(0.5) ? rng.nextInt(60) : rng.nextInt(100_000)),
        person,
        point(person, true),
        rng.chance(0.7) ? Channel.CALL : Channel.SMS,
        outcome(),
        "agency-9");
  }

  /** At midnight in China, now and then: signed or not, lawful or not. */
  private Happening policy(Instant at, int lender) {
    Instant when =
        rng.chance(0.5)
            ? LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai"))
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant()
            : at;
    boolean raises = rng.chance(0.75);
    Limits limits =
        raises
            ? new Limits(
                3 + rng.nextInt(5), 1 + rng.nextInt(4), 2 + rng.nextInt(22), rng.chance(0.75))
            : new Limits(rng.nextInt(4) - 1, rng.nextInt(3) - 1, rng.nextInt(5) - 1, false);
    return new Happening.Policy(when, lender, rng.chance(0.1) ? Limits.NONE : limits);
  }

  private Channel channel() {
    double drawn = rng.nextDouble();
    return drawn < 0.4
        ? Channel.CALL
        : drawn < 0.6 ? Channel.SMS : Worlds.pick(rng, List.of(Channel.values()));
  }

  /** A point of somebody who owes, or of somebody else if there is one. */
  private int point(int person, boolean owing) {
    Set<Relation> owe = Set.of(Relation.SELF, Relation.GUARANTOR);
    List<Point> points = person(person).points();
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (owe.contains(points.get(i).relation()) == owing) {
        fitting.add(i);
      }
    }
    return fitting.isEmpty() ? 0 : Worlds.pick(rng, fitting);
  }

  private int agency(int person, int debt) {
    int agencies = world.lenders().get(person(person).debts().get(debt).lender()).agencies().size();
    return rng.nextInt(agencies + 1) - 1;
  }

  private Person person(int index) {
    return world.people().get(index);
  }

  /** Within the usual hours of a day. */
  private Instant atDay(int person, LocalDate day) {
    return day.atTime(8, 0)
        .atZone(person(person).zone())
        .toInstant()
        .plusSeconds(rng.nextInt(13 * 3600));
  }

  /** Any time of a day, crowding around the edges of days and hours. */
  private Instant time(int person, LocalDate day) {
    ZoneId zone = person(person).zone();
    if (rng.chance(0.4)) {
      return atDay(person, day);
    }
    if (rng.chance(0.4)) {
      return day.atStartOfDay(zone).toInstant().plusSeconds(rng.nextInt(86_400));
    }
    Instant edge = day.atTime(Worlds.pick(rng, EDGES)).atZone(zone).toInstant();
    int near = rng.nextInt(4);
    return switch (near) {
      case 0 -> edge;
      case 1 -> edge.minusMillis(1 + rng.nextInt(6_000));
      case 2 -> edge.plusMillis(rng.nextInt(6_000));
      default -> edge.plusSeconds(rng.nextInt(1_800) - 900);
    };
  }
}
