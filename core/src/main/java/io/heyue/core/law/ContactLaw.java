package io.heyue.core.law;

import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.RuleForm.Count;
import io.heyue.core.law.RuleForm.FrequencyCap;
import io.heyue.core.law.RuleForm.Per;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Holds one rule against one intended contact. Pure. */
final class ContactLaw {
  private ContactLaw() {}

  /** What {@code rule} has against the contact; empty where it has nothing. */
  static Optional<Finding> judge(Rule rule, ContactFacts facts) {
    return switch (rule.form()) {
      case RuleForm.ContactWindow window -> window(rule, window, facts);
      case FrequencyCap cap -> cap(rule, cap, facts);
      case RuleForm.HoldBar bar ->
          facts.holds().stream().anyMatch(bar.holds()::contains)
              ? Optional.of(Finding.broken(rule))
              : Optional.empty();
      case RuleForm.ConsentNeeded needed -> consent(rule, needed, facts);
      case RuleForm.LawfulSource lawful -> {
        if (facts.source() == null) {
          yield Optional.of(Finding.missing(rule, "source of the number"));
        }
        yield broken(rule, !lawful.sources().contains(facts.source()));
      }
      case RuleForm.Addressee addressee -> {
        if (facts.relation() == null) {
          yield Optional.of(Finding.missing(rule, "relation of the addressee"));
        }
        yield broken(rule, !addressee.relations().contains(facts.relation()));
      }
      case RuleForm.AssignmentGate _ -> assignment(rule, facts);
      case RuleForm.Disclosure _,
          RuleForm.ForbiddenWords _,
          RuleForm.RightPartyFirst _,
          RuleForm.FactGate _,
          RuleForm.LimitationGate _,
          RuleForm.PriceCap _,
          RuleForm.PlanBound _ ->
          Optional.empty();
    };
  }

  private static Optional<Finding> window(
      Rule rule, RuleForm.ContactWindow window, ContactFacts facts) {
    if (facts.zone() == null) {
      return Optional.of(Finding.missing(rule, "time zone of the person"));
    }
    if (window.agreedHours() && facts.agreedHours()) {
      return Optional.empty();
    }
    ZonedDateTime local = facts.at().atZone(facts.zone());
    LocalTime time = local.toLocalTime();
    if (!time.isBefore(window.from()) && time.isBefore(window.to())) {
      return Optional.empty();
    }
    LocalDate day =
        time.isBefore(window.from()) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return Optional.of(
        Finding.until(rule, ZonedDateTime.of(day, window.from(), facts.zone()).toInstant()));
  }

  /** The end of the hours that {@code rule} leaves open for a contact that is within them. */
  static Optional<Instant> hoursEnd(Rule rule, ContactFacts facts) {
    ZoneId zone = facts.zone();
    if (zone == null
        || !(rule.form() instanceof RuleForm.ContactWindow window)
        || (window.agreedHours() && facts.agreedHours())) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofInstant(facts.at(), zone);
    return Optional.of(ZonedDateTime.of(day, window.to(), zone).toInstant());
  }

  private static Optional<Finding> cap(Rule rule, FrequencyCap cap, ContactFacts facts) {
    if (facts.zone() == null) {
      return Optional.of(Finding.missing(rule, "time zone of the person"));
    }
    if (facts.history() == null) {
      return Optional.of(Finding.missing(rule, "history of contacts"));
    }
    if (!cap.counted().isEmpty() && !cap.counted().contains(facts.channel())) {
      return Optional.empty();
    }
    ZoneId zone = facts.zone();
    LocalDate today = LocalDate.ofInstant(facts.at(), zone);
    LocalDate first = today.minusDays(cap.days() - 1L);
    List<LocalDate> counted =
        facts.history().stream()
            .filter(trace -> counts(cap, trace, facts))
            .map(trace -> LocalDate.ofInstant(trace.at(), zone))
            .filter(day -> !day.isBefore(first) && !day.isAfter(today))
            .sorted()
            .toList();
    if (counted.size() < cap.most()) {
      return Optional.empty();
    }
    if (cap.most() == 0) {
      return Optional.of(Finding.broken(rule));
    }
    LocalDate frees = counted.get(counted.size() - cap.most()).plusDays(cap.days());
    Instant lawfulFrom = frees.atStartOfDay(zone).toInstant();
    return Optional.of(Finding.until(rule, lawfulFrom));
  }

  private static boolean counts(FrequencyCap cap, Trace trace, ContactFacts facts) {
    return (cap.per() == Per.PERSON ? trace.own() : trace.number().equals(facts.number()))
        && (cap.counted().isEmpty() || cap.counted().contains(trace.channel()))
        && (cap.count() == Count.ATTEMPTS || !Boolean.FALSE.equals(trace.effective()));
  }

  private static Optional<Finding> consent(
      Rule rule, RuleForm.ConsentNeeded needed, ContactFacts facts) {
    if (facts.consent() == null) {
      return needed.silenceIsConsent()
          ? Optional.empty()
          : Optional.of(Finding.missing(rule, "consent to this channel"));
    }
    return broken(rule, !facts.consent());
  }

  private static Optional<Finding> assignment(Rule rule, ContactFacts facts) {
    if (facts.assigned() == null) {
      return Optional.of(Finding.missing(rule, "whether the debt was assigned"));
    }
    if (!facts.assigned()) {
      return Optional.empty();
    }
    boolean notified =
        facts.assignmentNotice() != null
            && facts.zone() != null
            && !facts.assignmentNotice().isAfter(LocalDate.ofInstant(facts.at(), facts.zone()));
    return broken(rule, !notified);
  }

  private static Optional<Finding> broken(Rule rule, boolean isBroken) {
    return isBroken ? Optional.of(Finding.broken(rule)) : Optional.empty();
  }
}
