package io.heyue.sim.law;

import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Asked.Past;
import io.heyue.sim.law.world.Happening.Assent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Questions as a house that is wrong in one thing understands them. */
final class Twisted {
  private static final Duration DAY = Duration.ofDays(1);

  private Twisted() {}

  static @Nullable List<Past> dayBefore(@Nullable List<Past> past) {
    return past == null
        ? null
        : past.stream()
            .map(each ->
                Boolean.FALSE.equals(each.effective())
                    ? unreached(each, each.at().minus(DAY))
                    : each)
            .toList();
  }

  static Past unreached(Past past, Instant at) {
    return new Past(
        at, past.channel(), past.number(), false, past.own(), past.by(), past.to(), past.made());
  }

  static Asked zoned(Asked asked, UnaryOperator<ZoneId> change) {
    ZoneId zone = asked.who().zone();
    return zone == null
        ? asked
        : asked.with(
            new Asked.Who(
                asked.who().place(),
                change.apply(zone),
                asked.who().relation(),
                asked.who().flags(),
                asked.who().decided()));
  }

  static Asked flagged(Asked asked, Consumer<Set<String>> change) {
    Set<String> flags = new HashSet<>(asked.who().flags());
    change.accept(flags);
    return asked.with(
        new Asked.Who(
            asked.who().place(),
            asked.who().zone(),
            asked.who().relation(),
            flags,
            asked.who().decided()));
  }

  static Asked decided(Asked asked, UnaryOperator<Set<String>> change) {
    return asked.with(
        new Asked.Who(
            asked.who().place(),
            asked.who().zone(),
            asked.who().relation(),
            asked.who().flags(),
            change.apply(asked.who().decided())));
  }

  static Asked.@Nullable Assents given(Asked.@Nullable Assents assents, Assent more) {
    if (assents == null) {
      return null;
    }
    Set<Assent> given = EnumSet.of(more);
    given.addAll(assents.given());
    Set<Assent> withdrawn = new HashSet<>(assents.withdrawn());
    withdrawn.remove(more);
    return new Asked.Assents(given, withdrawn);
  }
}
