package io.heyue.core.turn;

import io.heyue.core.action.Action;
import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Promise;
import io.heyue.core.portfolio.Waits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What becomes of the case, and what the street is asked to do. */
final class Results {
  private final Waits waits;
  private final Supplier<LocalDate> complaintDue;
  private final DialogueState after;
  private final List<Move> moves;
  private final List<CaseEvent> events = new ArrayList<>();
  private boolean sendsStatement;

  private Results(
      Waits waits, Supplier<LocalDate> complaintDue, DialogueState after, List<Move> moves) {
    this.waits = waits;
    this.complaintDue = complaintDue;
    this.after = after;
    this.moves = moves;
  }

  static Results of(
      Dossier dossier,
      DialogueState before,
      DialogueState after,
      List<Move> moves,
      Guard guard,
      Instant now,
      Rng rng) {
    Results results =
        new Results(
            dossier.mandate().waits(), () -> guard.complaintDue(dossier, now).day(), after, moves);
    Set<Mark> news = EnumSet.noneOf(Mark.class);
    after.marks().stream().filter(mark -> !before.marks().contains(mark)).forEach(news::add);
    news.forEach(mark -> results.told(mark, now));
    for (int failed = before.tries(); failed < after.tries(); failed++) {
      results.events.add(new CaseEvent.ProofFailed(now, after.conversation()));
    }
    for (Move move : moves) {
      if (move instanceof Move.Confirm confirm) {
        results.replaced(confirm.terms(), dossier, before, now);
        results.agreed(confirm.terms(), now, rng);
        if (hardshipIsSettled(confirm.terms(), dossier, after)) {
          results.events.add(new CaseEvent.HoldLifted(now, HoldKind.HARDSHIP));
        }
      }
    }
    after
        .handover()
        .filter(_ -> before.handover().isEmpty())
        .ifPresent(r -> results.handed(r, now));
    after.ended().filter(_ -> !before.over()).ifPresent(d -> results.ended(d, now));
    return results;
  }

  /** Who has agreed on relief is reminded of it like anybody else. */
  private static boolean hardshipIsSettled(Terms terms, Dossier dossier, DialogueState after) {
    return !(terms instanceof Terms.Callback)
        && (after.marks().contains(Mark.HARDSHIP)
            || dossier.matter().holds().containsKey(HoldKind.HARDSHIP));
  }

  List<CaseEvent> events() {
    return events;
  }

  /**
   * Whoever comes back and agrees on something else has changed what was agreed before, unless both
   * together make up what is overdue: the rest of a part that was promised.
   */
  private void replaced(Terms terms, Dossier dossier, DialogueState before, Instant now) {
    boolean first = before.agreed().stream().allMatch(Terms.Callback.class::isInstance);
    List<Promise> standing = dossier.matter().openPromises();
    if (!first || standing.isEmpty() || terms instanceof Terms.Callback || isRest(terms, dossier)) {
      return;
    }
    standing.forEach(promise -> events.add(new CaseEvent.PromiseReplaced(now, promise.id())));
  }

  private static boolean isRest(Terms terms, Dossier dossier) {
    if (terms instanceof Terms.Rest) {
      return true;
    }
    return terms instanceof Terms.Partial part
        && dossier.matter().openPromises().stream()
            .allMatch(promise -> promise.due().isBefore(part.due()))
        && dossier.matter().openPromises().stream()
            .map(Promise::amount)
            .reduce(part.amount(), Money::plus)
            .equals(dossier.account().overdue());
  }

  /**
   * A statement of account was given, if all of it was: where it is only told of, or the guard took
   * something out, it is still due.
   */
  void statement(ContactVerdict permit, Verdict verdict, Instant now) {
    if (moves.stream().noneMatch(Results::isStatement)
        || !(permit instanceof ContactVerdict.Permitted)
        || verdict instanceof Verdict.Forbidden) {
      return;
    }
    boolean byLink = after.channel() == Channel.SMS || after.channel() == Channel.CALL;
    boolean whole = verdict instanceof Verdict.Permitted && !byLink;
    events.add(
        whole
            ? new CaseEvent.StatementGiven(now, after.conversation(), after.channel())
            : new CaseEvent.StatementPromised(now, after.conversation()));
    sendsStatement = byLink;
  }

  private static boolean isStatement(Move move) {
    return move instanceof Move.Inform inform && inform.topic().equals("statement");
  }

  List<Action> actions(ContactVerdict permit, Verdict verdict) {
    List<Action> actions = new ArrayList<>();
    if (permit instanceof ContactVerdict.Permitted permitted) {
      switch (verdict) {
        case Verdict.Permitted ok ->
            actions.add(new Action.SendText(permitted.permit(), ok.reply()));
        case Verdict.Amended ok -> actions.add(new Action.SendText(permitted.permit(), ok.reply()));
        case Verdict.Forbidden _ -> {}
      }
    }
    for (Move move : moves) {
      if (move instanceof Move.Confirm) {
        actions.add(new Action.ConfirmInWriting("written_confirmation"));
      }
      if (move instanceof Move.HandOver handOver) {
        actions.add(new Action.Transfer(handOver.reason().id()));
      }
    }
    if (sendsStatement) {
      actions.add(new Action.SendStatement());
    }
    actions.add(
        after.over() ? new Action.HangUp() : new Action.Listen(waits.answer(after.channel())));
    return actions;
  }

  private void told(Mark mark, Instant now) {
    Optional<CaseEvent> event =
        switch (mark) {
          case VERIFIED -> {
            events.add(new CaseEvent.RightPartyVerified(now, after.conversation()));
            yield Optional.of(
                new CaseEvent.ContactMade(now, after.conversation(), after.channel()));
          }
          case DISPUTE -> Optional.of(new CaseEvent.DisputeRaised(now));
          case HARDSHIP -> Optional.of(new CaseEvent.HardshipTold(now));
          case VULNERABLE -> Optional.of(new CaseEvent.VulnerabilityTold(now));
          case DISTRESS -> Optional.of(new CaseEvent.DistressTold(now));
          case DECEASED -> Optional.of(new CaseEvent.DeceasedTold(now));
          case LEGAL_REPRESENTATION -> Optional.of(new CaseEvent.LegalRepresentationTold(now));
          case COMPLAINT ->
              Optional.of(new CaseEvent.ComplaintMade(now, Optional.of(complaintDue.get())));
          case STOP -> Optional.of(new CaseEvent.StopRequested(now));
          case FRAUD_CONCERN -> Optional.of(new CaseEvent.FraudSuspected(now));
          case WRONG_PERSON -> Optional.of(new CaseEvent.WrongPersonTold(now, after.point()));
          case THIRD_PARTY -> Optional.of(new CaseEvent.ThirdPartyAnswered(now, after.point()));
          case PAID_CLAIM ->
              Optional.of(
                  new CaseEvent.PaymentClaimed(
                      now, after.slots().paidOn(), Optional.of(now.plus(waits.claimedPayment()))));
          case REFUSED -> Optional.empty();
        };
    event.ifPresent(events::add);
  }

  private void agreed(Terms terms, Instant now, Rng rng) {
    PromiseId id = PromiseId.draw(rng);
    events.add(
        switch (terms) {
          case Terms.Full full -> new CaseEvent.PromiseMade(now, id, full.amount(), full.due());
          case Terms.Partial part -> new CaseEvent.PromiseMade(now, id, part.amount(), part.due());
          case Terms.Rest rest -> new CaseEvent.PromiseMade(now, id, rest.amount(), rest.due());
          case Terms.Extension extension ->
              new CaseEvent.ExtensionGranted(now, id, extension.amount(), extension.until());
          case Terms.Reduction reduction ->
              new CaseEvent.ReductionGranted(
                  now, id, reduction.payable(), reduction.waived(), reduction.by());
          case Terms.Instalments instalments -> {
            List<PromiseId> ids = new ArrayList<>();
            for (int i = 0; i < instalments.plan().count(); i++) {
              ids.add(PromiseId.draw(rng));
            }
            yield new CaseEvent.PlanAgreed(now, instalments.plan(), ids);
          }
          case Terms.Callback callback ->
              new CaseEvent.CallbackAgreed(now, callback.when().toInstant());
        });
  }

  private void handed(HandoverReason reason, Instant now) {
    events.add(new CaseEvent.HandedOver(now, after.conversation(), reason));
  }

  private void ended(Disposition disposition, Instant now) {
    events.add(
        new CaseEvent.ConversationEnded(now, after.conversation(), disposition, after.verified()));
  }
}
