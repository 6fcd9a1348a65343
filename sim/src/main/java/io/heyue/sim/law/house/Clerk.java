package io.heyue.sim.law.house;

import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rate;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.LenderPolicy;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Happening.Limits;
import io.heyue.sim.law.world.Happening.Notice;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts what is known of a contact into the law's words, as the engine does from a dossier. */
final class Clerk {
  private Clerk() {}

  static ContactFacts facts(Asked asked) {
    Asked.Who who = asked.who();
    ContactFacts facts =
        new ContactFacts(
            asked.at(),
            asked.channel(),
            asked.purpose(),
            new ContactFacts.Seat(
                asked.seat().place(),
                asked.seat().licence(),
                Optional.ofNullable(asked.seat().agency())),
            new ContactFacts.Addressee(
                who.place(), who.zone(), who.relation(), who.flags(), who.decided()),
            new ContactFacts.Point(asked.point().number(), asked.point().source()),
            new ContactFacts.Debt(
                asked.debt().id(),
                asked.debt().product(),
                asked.debt().limitationFrom(),
                asked.debt().assigned(),
                notices(asked.debt().told()),
                Optional.of(new Rate(asked.debt().price())),
                Optional.empty()),
            asked.assents() == null
                ? null
                : new ContactFacts.Consents(
                    kinds(asked.assents().given()), kinds(asked.assents().withdrawn())),
            asked.holds(),
            asked.past() == null ? null : asked.past().stream().map(Clerk::trace).toList(),
            policy(asked.limits()));
    return asked.purpose() == Purpose.REPLY ? facts.answering() : facts;
  }

  private static Trace trace(Asked.Past past) {
    return new Trace(
        past.at(),
        past.channel(),
        past.number(),
        past.effective(),
        past.own(),
        past.to(),
        past.made());
  }

  private static Map<ContactFacts.Notice, LocalDate> notices(Map<Notice, LocalDate> told) {
    Map<ContactFacts.Notice, LocalDate> notices = new EnumMap<>(ContactFacts.Notice.class);
    told.forEach((of, day) -> notices.put(ContactFacts.Notice.valueOf(of.name()), day));
    return notices;
  }

  private static Set<ConsentKind> kinds(Set<Assent> assents) {
    Set<ConsentKind> kinds = EnumSet.noneOf(ConsentKind.class);
    assents.forEach(assent -> kinds.add(ConsentKind.valueOf(assent.name())));
    return kinds;
  }

  private static LenderPolicy policy(Limits limits) {
    return limits.equals(Limits.NONE)
        ? LenderPolicy.NONE
        : new LenderPolicy(
            value(limits.triesDay()),
            value(limits.reachedDay()),
            value(limits.reachedWeek()),
            limits.signed());
  }

  private static OptionalInt value(int most) {
    return most < 0 ? OptionalInt.empty() : OptionalInt.of(most);
  }
}
