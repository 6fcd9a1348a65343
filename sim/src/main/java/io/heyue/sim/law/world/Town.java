package io.heyue.sim.law.world;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Relation;
import io.heyue.sim.law.world.Happening.Ask;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Happening.Gap;
import io.heyue.sim.law.world.Happening.Limits;
import io.heyue.sim.law.world.Happening.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The world while its story is told: what holds of everybody now. Confined to one telling. */
public final class Town {
  private final World world;
  private final List<Citizen> citizens = new ArrayList<>();
  private final List<Limits> policies = new ArrayList<>();

  /** What holds of a person. */
  private static final class Citizen {
    private String place;
    private ZoneId zone;
    private final Set<Assent> given = EnumSet.noneOf(Assent.class);
    private final Set<Assent> withdrawn = EnumSet.noneOf(Assent.class);
    private final Set<String> flags = new HashSet<>();
    private final Set<String> decided = new HashSet<>();
    private final Set<Integer> refusing = new HashSet<>();
    private final List<Owed> owed = new ArrayList<>();

    Citizen(World.Person person) {
      place = person.place();
      zone = person.zone();
      person.debts().forEach(debt -> owed.add(new Owed(debt)));
    }
  }

  /** What holds of a debt. */
  private static final class Owed {
    private LocalDate limitationFrom;
    private final Map<Notice, LocalDate> told = new EnumMap<>(Notice.class);
    private final Set<HoldKind> holds = EnumSet.noneOf(HoldKind.class);
    private final Set<Gap> gaps = EnumSet.noneOf(Gap.class);

    Owed(World.Debt debt) {
      limitationFrom = debt.limitationFrom();
      debt.told().ifPresent(day -> told.put(Notice.ASSIGNMENT, day));
      debt.placed().ifPresent(day -> told.put(Notice.PLACEMENT, day));
    }
  }

  public Town(World world) {
    this.world = world;
    world.people().forEach(person -> citizens.add(new Citizen(person)));
    world.lenders().forEach(_ -> policies.add(Limits.NONE));
  }

  /** Takes in what changes what holds; what is about contacts changes nothing here. */
  public void take(Happening happening) {
    switch (happening) {
      case Happening.Hold hold -> {
        Set<HoldKind> holds = owed(hold.person(), hold.debt()).holds;
        var _ = hold.set() ? holds.add(hold.kind()) : holds.remove(hold.kind());
      }
      case Happening.Consent consent -> {
        Citizen citizen = citizens.get(consent.person());
        (consent.given() ? citizen.withdrawn : citizen.given).remove(consent.to());
        (consent.given() ? citizen.given : citizen.withdrawn).add(consent.to());
      }
      case Happening.Policy policy -> policies.set(policy.lender(), policy.limits());
      case Happening.Flag flag -> {
        Set<String> flags = citizens.get(flag.person()).flags;
        var _ = flag.set() ? flags.add(flag.flag()) : flags.remove(flag.flag());
      }
      case Happening.Decision decision -> {
        Set<String> decided = citizens.get(decision.person()).decided;
        var _ = decision.stands() ? decided.add(decision.flag()) : decided.remove(decision.flag());
      }
      case Happening.Refusal refusal ->
          citizens.get(refusal.person()).refusing.add(refusal.point());
      case Happening.Move move -> {
        citizens.get(move.person()).place = move.place();
        citizens.get(move.person()).zone = move.zone();
      }
      case Happening.Doubt doubt -> {
        Set<Gap> gaps = owed(doubt.person(), doubt.debt()).gaps;
        var _ = doubt.unknown() ? gaps.add(doubt.gap()) : gaps.remove(doubt.gap());
      }
      case Happening.Demand demand ->
          owed(demand.person(), demand.debt()).limitationFrom = demand.day();
      case Happening.Told told -> owed(told.person(), told.debt()).told.put(told.of(), told.day());
      case Happening.Ask _,
          Happening.Use _,
          Happening.Settle _,
          Happening.Crash _,
          Happening.Outside _,
          Happening.Review _ -> {}
    }
  }

  private Owed owed(int person, int debt) {
    return citizens.get(person).owed.get(debt);
  }

  /** Who has the number that a contact goes to, known to us or not. */
  public Relation relation(Ask ask) {
    return point(ask).relation();
  }

  private World.Point point(Ask ask) {
    return world.people().get(ask.person()).points().get(ask.point());
  }

  /** What is known of a contact by now; only the budget knows what was before. */
  public Asked view(Ask ask, Instant clock, Instant wall) {
    Citizen citizen = citizens.get(ask.person());
    Owed owed = citizen.owed.get(ask.debt());
    World.Debt debt = world.people().get(ask.person()).debts().get(ask.debt());
    World.Lender lender = world.lenders().get(debt.lender());
    World.Point point = point(ask);
    Set<Gap> gaps = owed.gaps;
    Set<String> flags = new HashSet<>(citizen.flags);
    if (citizen.refusing.contains(ask.point())) {
      flags.add("contact_refused");
    }
    return new Asked(
        ask.key(),
        ask.person(),
        clock,
        wall,
        ask.channel(),
        ask.purpose(),
        new Asked.Seat(
            gaps.contains(Gap.LENDER_PLACE) ? null : lender.place(),
            gaps.contains(Gap.LICENCE) ? null : lender.licence(),
            ask.agency() < 0 ? null : lender.agencies().get(ask.agency())),
        new Asked.Who(
            gaps.contains(Gap.PLACE) ? null : citizen.place,
            gaps.contains(Gap.ZONE) ? null : citizen.zone,
            gaps.contains(Gap.RELATION) ? null : point.relation(),
            Set.copyOf(flags),
            Set.copyOf(citizen.decided)),
        new Asked.Point(point.number(), gaps.contains(Gap.SOURCE) ? null : point.source()),
        new Asked.Debt(
            "d" + ask.person() + "-" + ask.debt(),
            gaps.contains(Gap.PRODUCT) ? null : debt.product(),
            gaps.contains(Gap.LIMITATION) ? null : owed.limitationFrom,
            gaps.contains(Gap.ASSIGNED) ? null : (Boolean) debt.assigned(),
            Map.copyOf(owed.told),
            debt.price()),
        gaps.contains(Gap.CONSENTS)
            ? null
            : new Asked.Assents(Set.copyOf(citizen.given), Set.copyOf(citizen.withdrawn)),
        gaps.contains(Gap.HOLDS) ? null : holds(citizen, owed),
        policies.get(debt.lender()),
        gaps.contains(Gap.HISTORY) ? null : List.of());
  }

  /** Holds on the debt itself, and those on any debt that are about the person. */
  private static Set<HoldKind> holds(Citizen citizen, Owed owed) {
    Set<HoldKind> holds = EnumSet.copyOf(owed.holds);
    for (Owed other : citizen.owed) {
      other.holds.stream().filter(HoldKind::personal).forEach(holds::add);
    }
    return Set.copyOf(holds);
  }
}
