package io.heyue.core.turn;

import io.heyue.core.base.Money;
import io.heyue.core.compliance.Guard;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.OpenOffers;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of which a person of the lender's may speak: what could still be offered, and what the
 * days, sums and numbers of instalments that they name come to, as far as the mandate and the law
 * allow it. Pure.
 */
final class HumanTerms {
  private HumanTerms() {}

  static List<Terms> of(
      List<Entity> named, Dossier dossier, DialogueState state, Guard guard, Instant now) {
    LocalDate today = Situations.local(dossier, now).toLocalDate();
    Money overdue = dossier.account().overdue();
    if (!overdue.isPositive()) {
      return List.of();
    }
    List<Terms> terms = new ArrayList<>();
    OpenOffers.of(state, dossier, today).forEach(move -> move.about().ifPresent(terms::add));
    List<LocalDate> days = named.stream().flatMap(entity -> days(entity).stream()).toList();
    for (LocalDate day : days) {
      terms.add(new Terms.Full(overdue, day));
      terms.add(new Terms.Extension(overdue, day));
      named.stream()
          .map(Entity::value)
          .filter(Value.Sum.class::isInstance)
          .map(value -> ((Value.Sum) value).money())
          .filter(sum -> sum.currency().equals(overdue.currency()) && sum.lessThan(overdue))
          .forEach(sum -> terms.add(new Terms.Partial(sum, day, overdue.minus(sum))));
    }
    LocalDate first = days.isEmpty() ? today.plusMonths(1) : days.getFirst();
    for (Entity entity : named) {
      if (entity.value() instanceof Value.Instalments plan
          && plan.count() >= 2
          && plan.count() <= dossier.mandate().instalments()) {
        terms.add(new Terms.Instalments(Plan.monthly(overdue, plan.count(), first)));
      }
    }
    return terms.stream()
        .filter(each -> guard.against(new Move.ReadBack(each), dossier, state, now).isEmpty())
        .toList();
  }

  /** The days that an entity may name; of a range its last, and the one before which it ends. */
  static List<LocalDate> days(Entity entity) {
    return switch (entity.value()) {
      case Value.Date date -> List.of(date.date());
      case Value.DateTime time -> List.of(time.instant().toLocalDate());
      case Value.DateRange range -> {
        LocalDate last = range.to() == null ? range.from() : range.to();
        yield last == null ? List.of() : List.of(last, last.plusDays(1));
      }
      default -> List.of();
    };
  }
}
