package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.RuleForm.CoolingOff;
import io.heyue.core.law.RuleForm.Count;
import io.heyue.core.law.RuleForm.FrequencyCap;
import io.heyue.core.law.RuleForm.Per;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts contacts against caps. Pure. */
final class Caps {
  private Caps() {}

  static Optional<Finding> cap(Rule rule, FrequencyCap cap, Moment moment) {
    Optional<Finding> unknown = unknown(rule, moment);
    if (unknown.isPresent()) {
      return unknown;
    }
    ContactFacts facts = moment.facts();
    if (!covers(cap.counted(), facts.channel())) {
      return Optional.empty();
    }
    int most =
        cap.raise().isEmpty() ? cap.most() : facts.policy().most(cap.most(), cap.raise().get());
    return switch (cap.span()) {
      case CountSpan.Days span -> overDays(rule, cap, most, span.days(), moment);
      case CountSpan.Rolling span -> rolling(rule, cap, most, span, moment);
    };
  }

  private static Optional<Finding> overDays(
      Rule rule, FrequencyCap cap, int most, int span, Moment moment) {
    long first = moment.today().toEpochDay() - span + 1;
    List<Trace> history = moment.history();
    long[] days = moment.days();
    long[] counted = new long[days.length];
    int n = 0;
    for (int i = 0; i < days.length; i++) {
      if (days[i] >= first && counts(cap, history.get(i), moment.facts())) {
        counted[n++] = days[i];
      }
    }
    if (n < most) {
      return Optional.empty();
    }
    if (most == 0) {
      return Optional.of(Finding.broken(rule));
    }
    Arrays.sort(counted, 0, n);
    return Optional.of(Finding.until(rule, moment.begin(counted[n - most] + span)));
  }

  private static Optional<Finding> rolling(
      Rule rule, FrequencyCap cap, int most, CountSpan.Rolling span, Moment moment) {
    ContactFacts facts = moment.facts();
    Instant since = facts.at().minus(span.length());
    List<Instant> counted =
        moment.history().stream()
            .filter(trace -> trace.at().isAfter(since) && counts(cap, trace, facts))
            .map(Trace::at)
            .sorted()
            .toList();
    if (counted.size() < most) {
      return Optional.empty();
    }
    return most == 0
        ? Optional.of(Finding.broken(rule))
        : Optional.of(Finding.until(rule, counted.get(counted.size() - most).plus(span.length())));
  }

  static Optional<Finding> coolingOff(Rule rule, CoolingOff cooling, Moment moment) {
    Optional<Finding> unknown = unknown(rule, moment);
    if (unknown.isPresent()) {
      return unknown;
    }
    if (!covers(cooling.channels(), moment.facts().channel())) {
      return Optional.empty();
    }
    long last = Long.MIN_VALUE;
    long[] days = moment.days();
    for (int i = 0; i < days.length; i++) {
      Trace trace = moment.history().get(i);
      if (trace.own() && trace.reached() && covers(cooling.channels(), trace.channel())) {
        last = Math.max(last, days[i]);
      }
    }
    boolean warm = last > moment.today().toEpochDay() - cooling.days();
    return warm
        ? Optional.of(Finding.until(rule, moment.begin(last + cooling.days())))
        : Optional.empty();
  }

  private static Optional<Finding> unknown(Rule rule, Moment moment) {
    if (moment.facts().person().zone() == null) {
      return Optional.of(Finding.missing(rule, Fact.TIME_ZONE));
    }
    return moment.facts().history() == null
        ? Optional.of(Finding.missing(rule, Fact.HISTORY))
        : Optional.empty();
  }

  private static boolean counts(FrequencyCap cap, Trace trace, ContactFacts facts) {
    return (cap.per() == Per.NUMBER ? sameNumber(trace, facts) : trace.own())
        && covers(cap.counted(), trace.channel())
        && (cap.count() == Count.ATTEMPTS || trace.reached());
  }

  /** A number that isn't known may be any. */
  private static boolean sameNumber(Trace trace, ContactFacts facts) {
    String number = facts.point().id();
    return trace.number().equals(number) || number.isEmpty() || trace.number().isEmpty();
  }

  private static boolean covers(Set<Channel> channels, Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
