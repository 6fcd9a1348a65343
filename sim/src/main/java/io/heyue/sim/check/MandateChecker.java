package io.heyue.sim.check;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Mandate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Nothing is promised that the lender did not allow or the books don't hold. */
final class MandateChecker implements Checker {
  @Override
  public List<Finding> check(Transcript transcript) {
    return transcript.terms().stream()
        .map(terms -> fault(terms, transcript))
        .flatMap(Optional::stream)
        .map(what -> Finding.unlawful("mandate", 0, what))
        .toList();
  }

  private static Optional<String> fault(Terms terms, Transcript transcript) {
    Mandate mandate = transcript.dossier().mandate();
    Money overdue = transcript.dossier().account().overdue();
    LocalDate today = transcript.today();
    return switch (terms) {
      case Terms.Full full ->
          wrong(!full.amount().equals(overdue), "a full payment that is not what is overdue")
              .or(() -> wrong(full.due().isBefore(today), "a promise for a day that is gone"));
      case Terms.Partial part ->
          wrong(
              !part.amount().plus(part.rest()).equals(overdue) || !part.amount().isPositive(),
              "a part and a rest that are not what is overdue");
      case Terms.Rest rest ->
          wrong(
              transcript.terms().stream()
                  .noneMatch(other ->
                      other instanceof Terms.Partial part
                          && part.rest().equals(rest.amount())
                          && !rest.due().isBefore(part.due())),
              "a rest that no part leaves");
      case Terms.Extension extension ->
          wrong(
              extension.until().isAfter(today.plusDays(mandate.extensionDays())),
              "more time than the lender allows");
      case Terms.Instalments plan ->
          wrong(
              plan.plan().count() > mandate.instalments(),
              "more instalments than the lender allows");
      case Terms.Reduction reduction ->
          wrong(
              reduction
                          .waived()
                          .decimal()
                          .compareTo(overdue.decimal().multiply(mandate.reduction()))
                      > 0
                  || !reduction.payable().plus(reduction.waived()).equals(overdue),
              "a reduction that the lender does not allow");
      case Terms.Callback _ -> Optional.empty();
    };
  }

  private static Optional<String> wrong(boolean is, String what) {
    return is ? Optional.of(what) : Optional.empty();
  }
}
