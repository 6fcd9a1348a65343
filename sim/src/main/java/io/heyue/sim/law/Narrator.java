package io.heyue.sim.law;

import io.heyue.sim.law.world.Happening;
import io.heyue.sim.law.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a failure in plain words. Pure. */
public final class Narrator {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm:ss.SSS", Locale.ROOT);

  private final World world;

  private Narrator(World world) {
    this.world = world;
  }

  /** The story of a failure, and how it can be told again. */
  public static String tell(Fuzzing.Failure failure) {
    World world = failure.world();
    Narrator narrator = new Narrator(world);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s%s"
            .formatted(
                failure.fault().check(),
                failure.fault().words(),
                failure.fault().article().isEmpty() ? "" : " [" + failure.fault().article() + "]"));
    lines.add(
        "Told again by: ./heyue lawfuzz --seed %d --events %s"
            .formatted(
                failure.seed(),
                failure.events().stream().map(String::valueOf).collect(Collectors.joining(","))));
    narrator.cast(lines);
    world
        .amendments()
        .forEach(change ->
            lines.add(
                "  The law changes: %s is %d from %s on."
                    .formatted(change.of(), change.value(), change.from())));
    for (Happening happening : world.story()) {
      lines.add("  " + narrator.line(happening));
    }
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private void cast(List<String> lines) {
    Set<Integer> people = new TreeSet<>();
    for (Happening happening : world.story()) {
      if (happening instanceof Happening.Ask ask) {
        people.add(ask.person());
      }
    }
    for (int person : people) {
      World.Person who = world.people().get(person);
      lines.add("  Person %d lives in %s (%s).".formatted(person, who.place(), who.zone()));
      for (int i = 0; i < who.debts().size(); i++) {
        World.Debt debt = who.debts().get(i);
        World.Lender lender = world.lenders().get(debt.lender());
        lines.add(
            "  Debt %d-%d: %s of lender %d (%s in %s), limitation from %s, %s a year%s."
                .formatted(
                    person,
                    i,
                    debt.product(),
                    debt.lender(),
                    lender.licence(),
                    lender.place(),
                    debt.limitationFrom(),
                    debt.price(),
                    debt.assigned() ? ", assigned" : ""));
      }
    }
  }

  private String line(Happening happening) {
    return switch (happening) {
      case Happening.Ask ask -> ask(ask);
      case Happening.Use use ->
          at(use.at()) + "node " + use.node() + " makes contact " + use.key() + ".";
      case Happening.Settle settle ->
          at(settle.at()) + "contact " + settle.key() + ": " + reached(settle.effective()) + ".";
      case Happening.Crash crash -> at(crash.at()) + "node " + crash.node() + " dies and restarts.";
      case Happening.Outside outside ->
          local(outside.at(), outside.person())
              + "%s reports a %s of person %d at %s, made %s: %s."
                  .formatted(
                      outside.agency(),
                      outside.channel(),
                      outside.person(),
                      point(outside.person(), outside.point()),
                      outside.when(),
                      reached(outside.effective()));
      case Happening.Hold hold ->
          local(hold.at(), hold.person())
              + "%s on debt %d-%d is %s."
                  .formatted(
                      hold.kind(), hold.person(), hold.debt(), hold.set() ? "set" : "lifted");
      case Happening.Consent consent ->
          local(consent.at(), consent.person())
              + "person %d %s %s."
                  .formatted(
                      consent.person(), consent.given() ? "agrees to" : "takes back", consent.to());
      case Happening.Policy policy ->
          at(policy.at())
              + "lender %d's policy: %d tries a day, %d reached a day, %d a week, %s."
                  .formatted(
                      policy.lender(),
                      policy.limits().triesDay(),
                      policy.limits().reachedDay(),
                      policy.limits().reachedWeek(),
                      policy.limits().signed() ? "signed" : "not signed");
      case Happening.Flag flag ->
          local(flag.at(), flag.person())
              + "person %d is %s %s."
                  .formatted(flag.person(), flag.set() ? "now" : "no longer", flag.flag());
      case Happening.Decision decision ->
          local(decision.at(), decision.person())
              + "that person %d may be contacted although %s is %s."
                  .formatted(
                      decision.person(),
                      decision.flag(),
                      decision.stands() ? "decided" : "decided no longer");
      case Happening.Refusal refusal ->
          local(refusal.at(), refusal.person())
              + "whoever answers at %s wants to hear no more."
                  .formatted(point(refusal.person(), refusal.point()));
      case Happening.Move move ->
          at(move.at())
              + "person %d moves to %s (%s).".formatted(move.person(), move.place(), move.zone());
      case Happening.Doubt doubt ->
          at(doubt.at())
              + "of debt %d-%d %s is %s."
                  .formatted(
                      doubt.person(),
                      doubt.debt(),
                      doubt.gap(),
                      doubt.unknown() ? "unknown" : "known again");
      case Happening.Demand demand ->
          at(demand.at())
              + "the limitation period of debt %d-%d runs from %s."
                  .formatted(demand.person(), demand.debt(), demand.day());
      case Happening.Told told ->
          at(told.at())
              + "person %d is told of the %s of debt %d-%d on %s."
                  .formatted(told.person(), told.of(), told.person(), told.debt(), told.day());
      case Happening.Review review ->
          at(review.at()) + "contact " + review.key() + " is judged again.";
    };
  }

  private String ask(Happening.Ask ask) {
    World.Debt debt = world.people().get(ask.person()).debts().get(ask.debt());
    String by =
        ask.agency() < 0
            ? "lender " + debt.lender()
            : world.lenders().get(debt.lender()).agencies().get(ask.agency())
                + " of lender "
                + debt.lender();
    return local(ask.at(), ask.person())
        + "%s asks on node %d (clock %+d ms) for contact %d: %s %s at %s about debt %d-%d."
            .formatted(
                by,
                ask.node(),
                world.skews().get(ask.node()).toMillis(),
                ask.key(),
                ask.purpose(),
                ask.channel(),
                point(ask.person(), ask.point()),
                ask.person(),
                ask.debt());
  }

  private String point(int person, int point) {
    World.Point at = world.people().get(person).points().get(point);
    return at.number() + " (" + at.relation() + ")";
  }

  private static String reached(@Nullable Boolean effective) {
    return effective == null
        ? "nobody knows whether they were reached"
        : effective ? "they were reached" : "they were not reached";
  }

  private static String at(Instant at) {
    return CLOCK.format(at.atZone(ZoneId.of("UTC"))) + " UTC: ";
  }

  private String local(Instant at, int person) {
    ZoneId zone = world.people().get(person).zone();
    return CLOCK.format(at.atZone(zone)) + " " + zone + ": ";
  }
}
