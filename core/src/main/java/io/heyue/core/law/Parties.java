package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.RuleForm.ThirdParty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who may be contacted about whose debt. Pure. */
final class Parties {
  private Parties() {}

  static Optional<Finding> addressee(Rule rule, RuleForm.Addressee addressee, Moment moment) {
    Relation relation = moment.facts().person().relation();
    if (relation == null) {
      return Optional.of(Finding.missing(rule, Fact.RELATION));
    }
    return addressee.relations().contains(relation)
        ? Optional.empty()
        : Optional.of(Finding.broken(rule));
  }

  static Optional<Finding> thirdParty(Rule rule, ThirdParty form, Moment moment) {
    ContactFacts facts = moment.facts();
    Relation relation = facts.person().relation();
    if (relation == null) {
      return Optional.of(Finding.missing(rule, Fact.RELATION));
    }
    if (!form.relations().contains(relation)) {
      return Optional.empty();
    }
    if (facts.purpose() != Purpose.LOCATE || facts.person().is(form.refusals())) {
      return Optional.of(Finding.broken(rule));
    }
    if (facts.person().is(form.proofs())) {
      return Optional.empty();
    }
    if (facts.history() == null) {
      return Optional.of(Finding.missing(rule, Fact.HISTORY));
    }
    if (facts.person().zone() == null) {
      return Optional.of(Finding.missing(rule, Fact.TIME_ZONE));
    }
    return lost(rule, form, moment);
  }

  /**
   * Whether the tries to reach the debtor since they were last reached show that they can't be:
   * enough calls in a row, or tries on enough days in a row, of which the last that was needed lies
   * before today. What may have reached them shows nothing.
   */
  private static Optional<Finding> lost(Rule rule, ThirdParty form, Moment moment) {
    List<Trace> history = moment.history();
    long[] days = moment.days();
    String asked = moment.facts().point().id();
    List<Integer> tries =
        IntStream.range(0, history.size())
            .boxed()
            .filter(i -> toDebtor(history.get(i), asked))
            .sorted(Comparator.comparing(i -> history.get(i).at()))
            .toList();
    int calls = 0;
    int run = 0;
    long previous = Long.MIN_VALUE;
    long shown = Long.MAX_VALUE;
    for (int i : tries) {
      Trace trace = history.get(i);
      if (trace.reached()) {
        calls = 0;
        run = 0;
        previous = Long.MIN_VALUE;
        shown = Long.MAX_VALUE;
        continue;
      }
      if (trace.channel() == Channel.CALL && ++calls == form.failedDials()) {
        shown = Math.min(shown, days[i]);
      }
      if (days[i] != previous) {
        run = days[i] == previous + 1 ? run + 1 : 1;
        previous = days[i];
        if (run >= form.unreachableDays()) {
          shown = Math.min(shown, days[i]);
        }
      }
    }
    if (shown < moment.today().toEpochDay()) {
      return Optional.empty();
    }
    return Optional.of(
        shown == Long.MAX_VALUE
            ? Finding.broken(rule)
            : Finding.until(rule, moment.begin(shown + 1)));
  }

  /**
   * Whether a contact was a try to reach the debtor. One that was never made was none. Where nobody
   * noted whom it was made to, those at the number that is asked for now were not.
   */
  private static boolean toDebtor(Trace trace, String asked) {
    if (!trace.own() || !trace.made()) {
      return false;
    }
    return trace.to() == null
        ? asked.isEmpty() || !trace.number().equals(asked)
        : trace.to() == Relation.SELF;
  }
}
