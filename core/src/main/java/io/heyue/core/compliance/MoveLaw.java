package io.heyue.core.compliance;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Keypad;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Question;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.StandingForm;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds a move against the law and the lender's mandate. Pure. */
final class MoveLaw {
  /** Not law but the lender's word: nothing outside the mandate is offered. */
  private static final RuleId MANDATE = new RuleId("LENDER-MANDATE", 1);

  /** Stands where there is a hold and no rule says what may be asked for under it. */
  private static final RuleId HOLD = new RuleId("XX-HOLD", 1);

  private MoveLaw() {}

  static List<RuleId> against(
      Move move,
      Dossier dossier,
      DialogueState state,
      RuleBook book,
      LocalDate today,
      Instant now) {
    List<RuleId> against = new ArrayList<>();
    Set<String> places = Guard.places(dossier);
    boolean aboutDebt = aboutDebt(move);
    if (aboutDebt && !state.verified()) {
      book.applied(RuleForm.RightPartyFirst.class, today, places)
          .forEach(applied -> against.add(applied.rule().id()));
    }
    if (move instanceof Move.Inform inform && inform.topic().equals("consequence_credit")) {
      book.applied(RuleForm.FactGate.class, today, places).stream()
          .filter(applied -> applied.form().statement() == RuleForm.Statement.CREDIT_REPORTING)
          .filter(applied -> !Facts.proven(applied.form().statement(), dossier, today))
          .forEach(applied -> against.add(applied.rule().id()));
    }
    if (asksForPayment(move)) {
      expired(dossier, book, today).forEach(applied -> against.add(applied.rule().id()));
      against.addAll(underHolds(dossier.holdsAt(now), book, today, places));
    }
    if (asksForProof(move) && dossier.proofsSpent(now)) {
      against.add(MANDATE);
    }
    move.about()
        .ifPresent(terms -> againstTerms(terms, dossier, state, book, today, places, against));
    return List.copyOf(against);
  }

  /** The rules by which nothing may be asked for under {@code holds}; empty where it may. */
  private static List<RuleId> underHolds(
      Set<HoldKind> holds, RuleBook book, LocalDate today, Set<String> places) {
    if (holds.isEmpty()) {
      return List.of();
    }
    List<RuleBook.Applied<RuleForm.HoldBar>> bars =
        book.applied(RuleForm.HoldBar.class, today, places).stream()
            .filter(applied -> applied.form().asking())
            .toList();
    return bars.isEmpty()
        ? List.of(HOLD)
        : bars.stream()
            .filter(applied -> !Collections.disjoint(applied.form().holds(), holds))
            .map(applied -> applied.rule().id())
            .toList();
  }

  static boolean timeBarred(Dossier dossier, RuleBook book, LocalDate today) {
    return !expired(dossier, book, today).isEmpty();
  }

  /** The limitation periods that have passed. */
  private static List<RuleBook.Applied<RuleForm.LimitationGate>> expired(
      Dossier dossier, RuleBook book, LocalDate today) {
    LocalDate runsFrom = DebtFacts.limitationFrom(dossier.account());
    return book.applied(RuleForm.LimitationGate.class, today, Guard.places(dossier)).stream()
        .filter(applied -> today.isAfter(runsFrom.plus(applied.form().limitation())))
        .toList();
  }

  private static void againstTerms(
      Terms terms,
      Dossier dossier,
      DialogueState state,
      RuleBook book,
      LocalDate today,
      Set<String> places,
      List<RuleId> against) {
    Mandate mandate = dossier.mandate();
    Money overdue = dossier.account().overdue();
    boolean within =
        switch (terms) {
          case Terms.Full full -> full.amount().equals(overdue) && soon(full.due(), today, mandate);
          case Terms.Partial partial ->
              partial.amount().isPositive()
                  && partial.amount().lessThan(overdue)
                  && partial.amount().plus(partial.rest()).equals(overdue)
                  && !partial.due().isBefore(today)
                  && !partial.due().isAfter(latestOfPart(today, mandate));
          case Terms.Rest rest ->
              rest.amount().isPositive()
                  && stays(rest, state)
                  && !rest.due().isBefore(today)
                  && !rest.due().isAfter(latestOfPart(today, mandate));
          case Terms.Extension extension ->
              mandate.extensionDays() > 0
                  && extension.amount().equals(overdue)
                  && !extension.until().isBefore(today)
                  && !extension.until().isAfter(today.plusDays(mandate.extensionDays()));
          case Terms.Instalments instalments ->
              instalments.plan().total().equals(overdue)
                  && instalments.plan().count() <= mandate.instalments()
                  && possible(instalments.plan(), today, mandate);
          case Terms.Reduction reduction ->
              reduction.waived().isPositive()
                  && reduction.payable().plus(reduction.waived()).equals(overdue)
                  && !overdue.times(mandate.reduction()).lessThan(reduction.waived())
                  && soon(reduction.by(), today, mandate);
          case Terms.Callback _ -> true;
        };
    if (!within) {
      against.add(MANDATE);
    }
    if (terms instanceof Terms.Instalments instalments) {
      book.applied(StandingForm.PlanBound.class, today, places).stream()
          .filter(applied -> instalments.plan().count() > applied.form().instalments())
          .forEach(applied -> against.add(applied.rule().id()));
    }
  }

  private static LocalDate latestOfPart(LocalDate today, Mandate mandate) {
    return today.plusDays(Math.max(mandate.promiseWithinDays(), mandate.extensionDays()));
  }

  /** Whether it is what a part leaves that was agreed on or is being agreed on. */
  private static boolean stays(Terms.Rest rest, DialogueState state) {
    return Stream.concat(state.agreed().stream(), state.proposed().stream())
        .anyMatch(terms ->
            terms instanceof Terms.Partial part
                && part.rest().equals(rest.amount())
                && !rest.due().isBefore(part.due()));
  }

  /** Whether each instalment is large enough, none is due before today and none before another. */
  private static boolean possible(Plan plan, LocalDate today, Mandate mandate) {
    if (!plan.total().currency().equals(mandate.leastInstalment().currency())) {
      return false;
    }
    LocalDate before = today;
    for (Plan.Instalment instalment : plan.instalments()) {
      if (!instalment.amount().isPositive()
          || instalment.amount().lessThan(mandate.leastInstalment())
          || instalment.due().isBefore(before)) {
        return false;
      }
      before = instalment.due();
    }
    return true;
  }

  private static boolean soon(LocalDate due, LocalDate today, Mandate mandate) {
    return !due.isBefore(today) && !due.isAfter(today.plusDays(mandate.promiseWithinDays()));
  }

  private static boolean asksForProof(Move move) {
    return move instanceof Move.Ask ask && ask.question() == Question.VERIFICATION;
  }

  private static boolean asksForPayment(Move move) {
    return switch (move) {
      case Move.Ask ask ->
          switch (ask.question()) {
            case WHEN, WHICH_DAY, AMOUNT, REST, ABILITY, PAY_DAY, CORRECTION -> true;
            case IDENTITY,
                VERIFICATION,
                REASON,
                PAID_WHEN,
                CALLBACK,
                DISPUTE,
                STOP,
                PAID_HEARD,
                DISPUTE_HEARD,
                REFUSAL_HEARD,
                DEATH_HEARD,
                ANYTHING_ELSE ->
                false;
          };
      case Move.Menu menu -> menu.keys() == Keypad.Menu.WHEN || menu.keys() == Keypad.Menu.ABILITY;
      case Move.Inform inform -> inform.topic().equals("account");
      case Move.Offer offer -> !(offer.terms() instanceof Terms.Callback);
      case Move.ReadBack readBack -> !(readBack.terms() instanceof Terms.Callback);
      case Move.Confirm confirm -> !(confirm.terms() instanceof Terms.Callback);
      case Move.Identify _,
          Move.Acknowledge _,
          Move.HandOver _,
          Move.Repeat _,
          Move.Clarify _,
          Move.Wait _,
          Move.Close _ ->
          false;
    };
  }

  /** Moves that tell of a debt whatever their words are. */
  private static boolean aboutDebt(Move move) {
    boolean asksWhy =
        move instanceof Move.Ask ask
            && switch (ask.question()) {
              case REASON, PAID_WHEN, DISPUTE, PAID_HEARD, DISPUTE_HEARD, REFUSAL_HEARD -> true;
              case IDENTITY,
                  VERIFICATION,
                  WHEN,
                  WHICH_DAY,
                  AMOUNT,
                  REST,
                  ABILITY,
                  PAY_DAY,
                  CORRECTION,
                  CALLBACK,
                  STOP,
                  DEATH_HEARD,
                  ANYTHING_ELSE ->
                  false;
            };
    boolean keysSay =
        move instanceof Move.Menu menu
            && (menu.keys() == Keypad.Menu.REASON || menu.keys() == Keypad.Menu.DISPUTE);
    return asksWhy || keysSay || asksForPayment(move);
  }
}
