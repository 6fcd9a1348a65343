package io.heyue.core.law;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Rate;
import io.heyue.core.law.ContactFacts.Consents;
import io.heyue.core.law.ContactFacts.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds one rule against one intended contact. Pure. */
final class ContactLaw {
  private ContactLaw() {}

  /** Whether rules of this form have a say in contacts. */
  static boolean asks(RuleForm form) {
    return switch (form) {
      case RuleForm.ContactWindow _,
          RuleForm.FrequencyCap _,
          RuleForm.CoolingOff _,
          RuleForm.FlagBar _,
          RuleForm.ConsentNeeded _,
          RuleForm.LawfulSource _,
          RuleForm.Addressee _,
          RuleForm.ThirdParty _,
          RuleForm.NoticeGate _,
          RuleForm.RequiredFacts _,
          RuleForm.ContactDuty _,
          RuleForm.PriceCap _ ->
          true;
      case RuleForm.Rights rights -> !rights.refusals().isEmpty();
      case RuleForm.HoldBar bar -> !bar.asking();
      case RuleForm.LimitationGate gate -> gate.contacts();
      case RuleForm.Disclosure _,
          RuleForm.ForbiddenWords _,
          RuleForm.RightPartyFirst _,
          RuleForm.FactGate _,
          StandingForm _ ->
          false;
    };
  }

  /** Whether waiting alone may change what a rule of this form says. */
  static boolean timed(RuleForm form) {
    return form instanceof RuleForm.ContactWindow
        || form instanceof RuleForm.FrequencyCap
        || form instanceof RuleForm.CoolingOff
        || form instanceof RuleForm.ThirdParty
        || form instanceof RuleForm.NoticeGate
        || form instanceof RuleForm.LimitationGate;
  }

  /** What {@code rule} has against the contact; empty where it has nothing. */
  static Optional<Finding> judge(Rule rule, Moment moment) {
    ContactFacts facts = moment.facts();
    return switch (rule.form()) {
      case RuleForm.ContactWindow window -> window(rule, window, moment);
      case RuleForm.FrequencyCap cap -> Caps.cap(rule, cap, moment);
      case RuleForm.CoolingOff cooling -> Caps.coolingOff(rule, cooling, moment);
      case RuleForm.HoldBar bar -> holds(rule, bar, facts);
      case RuleForm.FlagBar bar -> Flags.judge(rule, bar, facts.person());
      case RuleForm.ConsentNeeded needed -> consent(rule, needed, facts);
      case RuleForm.LawfulSource lawful ->
          facts.point().source() == null
              ? missing(rule, Fact.SOURCE)
              : broken(rule, !lawful.sources().contains(facts.point().source()));
      case RuleForm.Addressee addressee -> Parties.addressee(rule, addressee, moment);
      case RuleForm.ThirdParty third -> Parties.thirdParty(rule, third, moment);
      case RuleForm.NoticeGate gate -> notice(rule, gate, moment);
      case RuleForm.LimitationGate gate -> limitation(rule, gate, moment);
      case RuleForm.PriceCap cap -> broken(rule, aboveCap(cap, facts));
      case RuleForm.RequiredFacts required -> required(rule, required, facts);
      case RuleForm.ContactDuty duty ->
          duty.byPerson() ? Optional.of(Finding.forPerson(rule)) : Optional.empty();
      case RuleForm.Rights rights ->
          facts.person().is(rights.refusals())
              ? Optional.of(Finding.forPerson(rule))
              : Optional.empty();
      case RuleForm.Disclosure _,
          RuleForm.ForbiddenWords _,
          RuleForm.RightPartyFirst _,
          RuleForm.FactGate _,
          StandingForm _ ->
          Optional.empty();
    };
  }

  private static Optional<Finding> window(Rule rule, RuleForm.ContactWindow window, Moment moment) {
    ZoneId zone = moment.facts().person().zone();
    if (zone == null) {
      return missing(rule, Fact.TIME_ZONE);
    }
    if (window.agreedHours() && moment.facts().agreedHours()) {
      return Optional.empty();
    }
    LocalTime time = moment.local().toLocalTime();
    if (!time.isBefore(window.from()) && time.isBefore(window.to())) {
      return Optional.empty();
    }
    LocalDate day = time.isBefore(window.from()) ? moment.today() : moment.today().plusDays(1);
    return Optional.of(Finding.until(rule, ZonedDateTime.of(day, window.from(), zone).toInstant()));
  }

  /** The end of the hours that {@code rule} leaves open for a contact that is within them. */
  static Optional<Instant> hoursEnd(Rule rule, Moment moment) {
    ZoneId zone = moment.facts().person().zone();
    if (zone == null
        || !(rule.form() instanceof RuleForm.ContactWindow window)
        || (window.agreedHours() && moment.facts().agreedHours())) {
      return Optional.empty();
    }
    return Optional.of(ZonedDateTime.of(moment.today(), window.to(), zone).toInstant());
  }

  private static Optional<Finding> holds(Rule rule, RuleForm.HoldBar bar, ContactFacts facts) {
    Set<HoldKind> holds = facts.holds();
    if (holds == null) {
      return missing(rule, Fact.HOLDS);
    }
    return broken(rule, !Collections.disjoint(holds, bar.holds()));
  }

  private static Optional<Finding> consent(
      Rule rule, RuleForm.ConsentNeeded needed, ContactFacts facts) {
    Consents consents = facts.consents();
    if (consents == null) {
      return missing(rule, Fact.CONSENTS);
    }
    ConsentKind kind = needed.to().orElseGet(() -> ConsentKind.of(facts.channel()));
    return broken(
        rule,
        consents.withdrawn().contains(kind) || (!needed.silenceIsConsent() && !consents.has(kind)));
  }

  private static Optional<Finding> notice(Rule rule, RuleForm.NoticeGate gate, Moment moment) {
    ContactFacts facts = moment.facts();
    Boolean needed =
        switch (gate.of()) {
          case ASSIGNMENT -> facts.debt().assigned();
          case PLACEMENT -> facts.lender().agency().isPresent();
        };
    if (needed == null) {
      return missing(rule, Fact.ASSIGNED);
    }
    return needed ? told(rule, gate.of(), moment) : Optional.empty();
  }

  /** Whether the person was told of it by today; on which day that is, only a clock can say. */
  private static Optional<Finding> told(Rule rule, Notice of, Moment moment) {
    LocalDate on = moment.facts().debt().notices().get(of);
    if (on == null || moment.facts().person().zone() == null) {
      return broken(rule, true);
    }
    return on.isAfter(moment.today())
        ? Optional.of(Finding.until(rule, moment.begin(on.toEpochDay())))
        : Optional.empty();
  }

  private static Optional<Finding> limitation(
      Rule rule, RuleForm.LimitationGate gate, Moment moment) {
    LocalDate from = moment.facts().debt().limitationFrom();
    if (from == null) {
      return missing(rule, Fact.LIMITATION);
    }
    return broken(rule, moment.today().isAfter(from.plus(gate.limitation())));
  }

  /** A price that isn't known is above no cap: what may be asked for is held against the books. */
  private static boolean aboveCap(RuleForm.PriceCap cap, ContactFacts facts) {
    Optional<Rate> price = facts.debt().price();
    return price.isPresent()
        && cap.cap(facts.debt().contracted())
            .filter(most -> price.get().compareTo(most) > 0)
            .isPresent();
  }

  private static Optional<Finding> required(
      Rule rule, RuleForm.RequiredFacts required, ContactFacts facts) {
    Set<Fact> unknown = EnumSet.noneOf(Fact.class);
    for (Fact fact : required.facts()) {
      if (!known(fact, facts)) {
        unknown.add(fact);
      }
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.missing(rule, List.copyOf(unknown)));
  }

  private static boolean known(Fact fact, ContactFacts facts) {
    return switch (fact) {
      case LENDER_PLACE -> facts.lender().place() != null;
      case LICENCE -> facts.lender().licence() != null;
      case PERSON_PLACE -> facts.person().place() != null;
      case TIME_ZONE -> facts.person().zone() != null;
      case RELATION -> facts.person().relation() != null;
      case SOURCE -> facts.point().source() != null;
      case PRODUCT -> facts.debt().product() != null;
      case LIMITATION -> facts.debt().limitationFrom() != null;
      case ASSIGNED -> facts.debt().assigned() != null;
      case ASSIGNMENT_NOTICE -> facts.debt().notices().containsKey(Notice.ASSIGNMENT);
      case PLACEMENT_NOTICE -> facts.debt().notices().containsKey(Notice.PLACEMENT);
      case CONSENTS -> facts.consents() != null;
      case HOLDS -> facts.holds() != null;
      case HISTORY -> facts.history() != null;
      case LAW -> true;
    };
  }

  private static Optional<Finding> missing(Rule rule, Fact fact) {
    return Optional.of(Finding.missing(rule, fact));
  }

  private static Optional<Finding> broken(Rule rule, boolean isBroken) {
    return isBroken ? Optional.of(Finding.broken(rule)) : Optional.empty();
  }
}
