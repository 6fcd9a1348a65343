package io.heyue.sim.demo;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.CaseEvent;
import java.util.ArrayList;
import java.util.List;

/** Reads what was agreed out of the events of a case. */
final class Agreements {
  private Agreements() {}

  /** The terms that {@code events} record, in order. */
  static List<Terms> of(List<CaseEvent> events, Money overdue) {
    List<Terms> terms = new ArrayList<>();
    for (CaseEvent event : events) {
      switch (event) {
        case CaseEvent.PromiseMade e ->
            terms.add(
                e.amount().lessThan(overdue)
                    ? new Terms.Partial(e.amount(), e.due(), overdue.minus(e.amount()))
                    : new Terms.Full(e.amount(), e.due()));
        case CaseEvent.ExtensionGranted e -> terms.add(new Terms.Extension(e.amount(), e.until()));
        case CaseEvent.PlanAgreed e -> terms.add(new Terms.Instalments(e.plan()));
        case CaseEvent.ReductionGranted e ->
            terms.add(new Terms.Reduction(e.payable(), e.waived(), e.by()));
        default -> {}
      }
    }
    return terms;
  }
}
