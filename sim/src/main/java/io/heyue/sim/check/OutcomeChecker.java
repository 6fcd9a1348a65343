package io.heyue.sim.check;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Disposition;
import io.heyue.sim.people.Page;
import io.heyue.sim.people.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recorded outcome is the truth, and a person was called in only where one was needed. */
final class OutcomeChecker implements Checker {
  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    Truth truth = transcript.truth();
    if (transcript.exchanges().stream().allMatch(exchange -> exchange.said().isEmpty())) {
      return findings;
    }
    if (transcript.exchanges().size() >= Transcript.ENDLESS) {
      findings.add(Finding.untrue("outcome", "went round in circles until the person left"));
    }
    boolean neededPerson = transcript.handover().map(truth.needed()::contains).orElse(false);
    boolean right =
        transcript.disposition().map(truth.right()::contains).orElse(false)
            || (neededPerson && transcript.disposition().equals(Optional.of(Disposition.HANDOVER)));
    if (!right) {
      findings.add(
          Finding.untrue(
              "outcome",
              "recorded "
                  + transcript.disposition().map(Disposition::id).orElse("nothing")
                  + ", true would be "
                  + truth.right().stream().map(Disposition::id).sorted().toList()));
    }
    if (transcript.handover().isPresent() && !neededPerson) {
      boolean verifiedFault = truth.right().contains(Disposition.HANDOVER);
      if (!verifiedFault) {
        findings.add(
            new Finding(
                Finding.Kind.NEEDLESS,
                "outcome",
                0,
                "handed over: " + transcript.handover().get().id()));
      }
    }
    transcript.terms().stream()
        .reduce((_, last) -> last)
        .flatMap(terms -> untrue(terms, transcript))
        .ifPresent(what -> findings.add(Finding.untrue("outcome", what)));
    return findings;
  }

  private static Optional<String> untrue(Terms terms, Transcript transcript) {
    return switch (terms) {
      case Terms.Full full -> agreed(full.amount(), full.due(), transcript);
      case Terms.Partial part -> agreed(part.amount(), part.due(), transcript);
      case Terms.Rest rest -> agreed(rest.amount(), rest.due(), transcript);
      case Terms.Extension extension -> agreed(extension.amount(), extension.until(), transcript);
      case Terms.Instalments plan ->
          agreed(plan.plan().total(), plan.plan().first().due(), transcript);
      case Terms.Reduction reduction -> agreed(reduction.payable(), reduction.by(), transcript);
      case Terms.Callback callback ->
          transcript
              .truth()
              .callback()
              .filter(when -> !when.toInstant().equals(callback.when().toInstant()))
              .map(when -> "comes back at " + callback.when() + ", not " + when);
    };
  }

  private static Optional<String> agreed(Money amount, LocalDate day, Transcript transcript) {
    Optional<Page> page = transcript.agreedTo();
    if (page.isEmpty()) {
      return Optional.of("recorded " + amount + " by " + day + ", which nobody agreed to");
    }
    if (!page.get().sums().contains(amount) || !page.get().days().contains(day)) {
      return Optional.of(
          "recorded "
              + amount
              + " by "
              + day
              + ", agreed was "
              + page.get().sums()
              + " "
              + page.get().days());
    }
    return Optional.empty();
  }
}
