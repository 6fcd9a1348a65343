package io.heyue.sim.play;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Plan;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a conversation ended, as it is reported.
 *
 * @param disposition the main one
 * @param amount of the agreement; a plan's total
 * @param date of the agreement; a plan's first
 * @param callback when we come back, where that was agreed
 * @param handover why a person takes over, if one does
 * @param beside what else was agreed or told
 * @param rest what was agreed for the rest of a partial payment
 * @param schedule of a plan
 */
record Outcome(
    String disposition,
    Optional<String> amount,
    Optional<LocalDate> date,
    Optional<String> callback,
    Optional<String> handover,
    List<String> beside,
    Optional<Terms.Rest> rest,
    List<Plan.Instalment> schedule) {
  Outcome {
    beside = List.copyOf(beside);
    schedule = List.copyOf(schedule);
  }

  static Outcome of(DialogueState state) {
    Disposition main = state.outcome();
    Set<String> beside = new LinkedHashSet<>();
    state.agreed().forEach(terms -> beside.add(terms.disposition().id()));
    state.marks().stream().sorted().forEach(mark -> disposition(mark).ifPresent(beside::add));
    beside.remove(main.id());
    Optional<Terms> last =
        state.agreed().stream().filter(terms -> !(terms instanceof Terms.Callback)).findFirst();
    Optional<Terms.Callback> callback =
        state.agreed().stream()
            .filter(Terms.Callback.class::isInstance)
            .map(Terms.Callback.class::cast)
            .reduce((_, later) -> later);
    return new Outcome(
        main.id(),
        last.map(terms -> amount(terms).decimal().toPlainString()),
        last.map(Outcome::date).or(() -> callback.map(c -> c.when().toLocalDate())),
        callback.map(c -> c.when().toOffsetDateTime().toString()),
        state.handover().map(HandoverReason::id),
        List.copyOf(beside),
        state.agreed().stream()
            .filter(Terms.Rest.class::isInstance)
            .map(Terms.Rest.class::cast)
            .findFirst(),
        last.filter(Terms.Instalments.class::isInstance)
            .map(terms -> ((Terms.Instalments) terms).plan().instalments())
            .orElse(List.of()));
  }

  private static Money amount(Terms terms) {
    return switch (terms) {
      case Terms.Full full -> full.amount();
      case Terms.Partial part -> part.amount();
      case Terms.Rest rest -> rest.amount();
      case Terms.Extension extension -> extension.amount();
      case Terms.Instalments plan -> plan.plan().total();
      case Terms.Reduction reduction -> reduction.payable();
      case Terms.Callback _ -> throw new IllegalArgumentException("A callback has no sum.");
    };
  }

  private static LocalDate date(Terms terms) {
    return switch (terms) {
      case Terms.Full full -> full.due();
      case Terms.Partial part -> part.due();
      case Terms.Rest rest -> rest.due();
      case Terms.Extension extension -> extension.until();
      case Terms.Instalments plan -> plan.plan().first().due();
      case Terms.Reduction reduction -> reduction.by();
      case Terms.Callback callback -> callback.when().toLocalDate();
    };
  }

  private static Optional<String> disposition(Mark mark) {
    return switch (mark) {
      case DISPUTE -> Optional.of(Disposition.DISPUTE.id());
      case HARDSHIP -> Optional.of(Disposition.HARDSHIP.id());
      case VULNERABLE -> Optional.of(Disposition.VULNERABLE.id());
      case DISTRESS -> Optional.of(Disposition.DISTRESS.id());
      case DECEASED -> Optional.of(Disposition.DECEASED.id());
      case COMPLAINT -> Optional.of(Disposition.COMPLAINT.id());
      case STOP -> Optional.of(Disposition.STOP_CONTACT.id());
      case FRAUD_CONCERN -> Optional.of(Disposition.FRAUD_CONCERN.id());
      case WRONG_PERSON -> Optional.of(Disposition.WRONG_PERSON.id());
      case THIRD_PARTY -> Optional.of(Disposition.THIRD_PARTY.id());
      case PAID_CLAIM -> Optional.of(Disposition.ALREADY_PAID.id());
      case REFUSED -> Optional.of(Disposition.REFUSED.id());
      case LEGAL_REPRESENTATION, VERIFIED -> Optional.empty();
    };
  }
}
