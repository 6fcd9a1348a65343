package io.heyue.core.compliance;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Plan;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The figures of the terms that a reply is about: what it states of terms must be one of them, so
 * that no wording can promise another sum, day or number of instalments.
 */
record Agreeable(Set<Money> sums, Set<LocalDate> days, Set<Long> counts) {
  Agreeable {
    sums = Set.copyOf(sums);
    days = Set.copyOf(days);
    counts = Set.copyOf(counts);
  }

  static Agreeable of(Collection<? extends Terms> all) {
    Set<Money> sums = new HashSet<>();
    Set<LocalDate> days = new HashSet<>();
    Set<Long> counts = new HashSet<>();
    for (Terms terms : all) {
      switch (terms) {
        case Terms.Full full -> {
          sums.add(full.amount());
          days.add(full.due());
        }
        case Terms.Partial partial -> {
          sums.add(partial.amount());
          sums.add(partial.rest());
          days.add(partial.due());
        }
        case Terms.Rest rest -> {
          sums.add(rest.amount());
          days.add(rest.due());
        }
        case Terms.Extension extension -> {
          sums.add(extension.amount());
          days.add(extension.until());
        }
        case Terms.Reduction reduction -> {
          sums.add(reduction.payable());
          sums.add(reduction.waived());
          days.add(reduction.by());
        }
        case Terms.Instalments instalments -> {
          sums.add(instalments.plan().total());
          counts.add((long) instalments.plan().count());
          for (Plan.Instalment part : instalments.plan().instalments()) {
            sums.add(part.amount());
            days.add(part.due());
            counts.add((long) part.number());
          }
        }
        case Terms.Callback callback -> days.add(callback.when().toLocalDate());
      }
    }
    return new Agreeable(sums, days, counts);
  }
}
