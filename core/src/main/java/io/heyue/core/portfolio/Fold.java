package io.heyue.core.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each event changes a case: one line an event, so that the whole way can be read at once. */
final class Fold {
  private Fold() {}

  static Case after(Case before, CaseEvent event) {
    Draft draft = new Draft(before);
    Instant at = event.at();
    switch (event) {
      case CaseEvent.CaseOpened _ ->
          throw new IllegalArgumentException("Case " + before.id() + " was opened twice.");
      case CaseEvent.AccountChanged e -> draft.books(e.account());
      case CaseEvent.ContactReserved _ -> draft.tally(1, 1, 0, 0, 0, 0, 0);
      case CaseEvent.ContactMade _ -> draft.answered();
      case CaseEvent.ContactFailed _, CaseEvent.FraudSuspected _ -> {}
      case CaseEvent.VulnerabilityTold _ -> draft.vulnerable(at);
      case CaseEvent.VulnerabilityPast _ -> draft.vulnerable = Optional.empty();
      case CaseEvent.ContactDecided e -> draft.decision = Optional.of(e.decision());
      case CaseEvent.DecisionWithdrawn _ -> draft.decision = Optional.empty();
      case CaseEvent.ConfirmationSent _, CaseEvent.ConfirmationDropped _ -> {}
      case CaseEvent.RightPartyVerified _ -> draft.verified();
      case CaseEvent.ProofFailed _ -> draft.failedProofs.add(at);
      case CaseEvent.PromiseMade e -> draft.promise(e.promise(), e.amount(), e.due(), at);
      case CaseEvent.ExtensionGranted e -> draft.promise(e.promise(), e.amount(), e.until(), at);
      case CaseEvent.ReductionGranted e -> draft.reduction(e);
      case CaseEvent.PlanAgreed e -> draft.plan(e.plan(), e.promises(), at);
      case CaseEvent.PromiseKept e -> draft.kept(e.promise());
      case CaseEvent.PromisePartlyKept e -> draft.partlyKept(e.promise(), e.paid());
      case CaseEvent.PromiseBroken e -> {
        draft.update(e.promise(), promise -> promise.with(Promise.Status.BROKEN));
        draft.tally(0, 0, 0, 0, 1, 0, 0);
      }
      case CaseEvent.OverdueRateLowered e -> draft.lower(e.after());
      case CaseEvent.PromiseReleased e -> draft.replaced(e.promise());
      case CaseEvent.PromiseReplaced e -> draft.replaced(e.promise());
      case CaseEvent.StatementPromised _ -> draft.statementDue = true;
      case CaseEvent.StatementGiven _ -> draft.statementDue = false;
      case CaseEvent.PaymentPosted e -> draft.payment(e);
      case CaseEvent.PaymentClaimed e ->
          draft.hold(HoldKind.PENDING_PAYMENT, at, e.waitedFor().orElse(null));
      case CaseEvent.DisputeRaised _ -> draft.hold(HoldKind.DISPUTE, at, null);
      case CaseEvent.HardshipTold _ -> draft.hold(HoldKind.HARDSHIP, at, null);
      case CaseEvent.DistressTold _ -> draft.hold(HoldKind.DISTRESS, at, null);
      case CaseEvent.DeceasedTold _ -> draft.hold(HoldKind.DECEASED, at, null);
      case CaseEvent.LegalRepresentationTold _ ->
          draft.hold(HoldKind.LEGAL_REPRESENTATION, at, null);
      case CaseEvent.ComplaintMade e -> draft.hold(HoldKind.COMPLAINT, at, null, e.answerBy());
      case CaseEvent.StopRequested _ -> draft.hold(HoldKind.STOP, at, null);
      case CaseEvent.WrongPersonTold _, CaseEvent.ThirdPartyAnswered _ -> {}
      case CaseEvent.CallbackAgreed e -> draft.callback = Optional.of(e.when());
      case CaseEvent.HandedOver _ -> {}
      case CaseEvent.ConsentGiven e -> draft.consents.put(e.channel(), true);
      case CaseEvent.ConsentWithdrawn e -> draft.consents.put(e.channel(), false);
      case CaseEvent.HoldPlaced e -> draft.hold(e.kind(), at, e.until().orElse(null), e.answerBy());
      case CaseEvent.HoldLifted e -> draft.holds.remove(e.kind());
      case CaseEvent.ConversationEnded e -> {
        draft.lastDisposition = Optional.of(e.disposition());
        draft.callback = draft.callback.filter(when -> when.isAfter(at));
        draft.tally(0, 0, 1, 0, 0, 0, 0);
      }
      case CaseEvent.Cured _ -> draft.cured = true;
    }
    return draft.build();
  }

  /** The parts of a case while one event is applied. */
  private static final class Draft {
    private final Case before;
    private Account account;
    private final Map<HoldKind, Hold> holds = new EnumMap<>(HoldKind.class);
    private final Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
    private final List<Promise> promises;
    private Optional<Plan> plan;
    private Optional<Rate> relief;
    private Money paid;
    private final List<Case.Received> payments;
    private Case.Tallies tallies;
    private Optional<Instant> callback;
    private Optional<Disposition> lastDisposition;
    private boolean cured;
    private final List<Instant> failedProofs;
    private boolean statementDue;
    private Optional<Instant> vulnerable;
    private Optional<Decision> decision;

    Draft(Case before) {
      this.before = before;
      account = before.account();
      holds.putAll(before.holds());
      consents.putAll(before.consents());
      promises = new ArrayList<>(before.promises());
      plan = before.plan();
      relief = before.relief();
      paid = before.paid();
      payments = new ArrayList<>(before.payments());
      tallies = before.tallies();
      callback = before.callback();
      lastDisposition = before.lastDisposition();
      cured = before.cured();
      failedProofs = new ArrayList<>(before.failedProofs());
      statementDue = before.statementDue();
      vulnerable = before.vulnerable();
      decision = before.decision();
    }

    /** Whoever tells of more trouble than somebody weighed is left to a person again. */
    void vulnerable(Instant at) {
      vulnerable = vulnerable.or(() -> Optional.of(at));
      decision = decision.filter(made -> !made.contact());
    }

    /**
     * The books were read again: what a payment left open is known now, but for payments that they
     * can't know of, which are taken off them. What was waived stays waived, also where the books
     * still hold it.
     */
    void books(Account read) {
      account = relief.map(read::loweredTo).orElse(read);
      List<Case.Received> later =
          read.asOf().isEmpty()
              ? List.of()
              : payments.stream().filter(payment -> !read.includes(payment)).toList();
      later.forEach(payment -> account = account.after(payment.amount()));
      for (Promise promise : promises) {
        promise
            .waiver()
            .filter(_ -> promise.status() == Promise.Status.KEPT)
            .filter(waiver -> waiver.dueDate().equals(read.dueDate()))
            .ifPresent(waiver -> account = account.after(waiver.sum()));
      }
      cured &= !account.overdue().isPositive();
      boolean owing = account.overdue().isPositive();
      holds.computeIfPresent(
          HoldKind.PAID,
          (_, hold) -> later.isEmpty() || (owing && hold.until().isEmpty()) ? null : hold);
    }

    void lower(Rate rate) {
      relief = Optional.of(relief.filter(old -> old.compareTo(rate) <= 0).orElse(rate));
      account = account.loweredTo(rate);
    }

    void hold(HoldKind kind, Instant since, @Nullable Instant until) {
      hold(kind, since, until, Optional.empty());
    }

    /** Whoever says the same again is answered no later for it. */
    void hold(HoldKind kind, Instant since, @Nullable Instant until, Optional<LocalDate> answerBy) {
      Optional<LocalDate> earlier = Optional.ofNullable(holds.get(kind)).flatMap(Hold::answerBy);
      Optional<LocalDate> earliest =
          Stream.of(earlier, answerBy).flatMap(Optional::stream).min(Comparator.naturalOrder());
      holds.put(kind, new Hold(kind, since, Optional.ofNullable(until), earliest));
    }

    /**
     * A new agreement takes the place of those that are still open, but for earlier ones that it
     * adds to: two thousand on Friday, the rest next month. It doesn't add to them if nobody owes
     * that much; then it was moved.
     */
    void promise(PromiseId id, Money amount, LocalDate due, Instant at) {
      Money together =
          promises.stream()
              .filter(promise -> promise.status() == Promise.Status.OPEN)
              .filter(promise -> promise.due().isBefore(due))
              .map(Promise::amount)
              .reduce(amount, Money::plus);
      boolean adds = account.overdue().plus(paid).atLeast(together);
      replaceOpen(adds ? due : null);
      promises.add(Promise.open(id, amount, due, LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }

    /** What is paid for a waiver settles everything. */
    void reduction(CaseEvent.ReductionGranted granted) {
      replaceOpen(null);
      LocalDate madeOn = LocalDate.ofInstant(granted.at(), ZoneOffset.UTC);
      promises.add(
          Promise.open(granted.promise(), granted.payable(), granted.by(), madeOn)
              .with(new Promise.Waiver(granted.waived(), account.dueDate())));
    }

    /** With it, what was waived for it is no longer owed. */
    void kept(PromiseId id) {
      Optional<Promise> before = find(id);
      update(id, promise -> promise.with(promise.amount()).with(Promise.Status.KEPT));
      tally(0, 0, 0, 0, wasBroken(before), 1, 0);
      before
          .filter(promise -> promise.status() != Promise.Status.KEPT)
          .flatMap(Promise::waiver)
          .ifPresent(waiver -> account = account.after(waiver.sum()));
    }

    void replaced(PromiseId id) {
      update(id, promise -> promise.with(Promise.Status.REPLACED));
    }

    void partlyKept(PromiseId id, Money toward) {
      tally(0, 0, 0, 0, wasBroken(find(id)), 0, 0);
      update(id, promise -> promise.with(toward).with(Promise.Status.PARTLY_KEPT));
    }

    /** What is taken off the promises that were held broken. */
    private static int wasBroken(Optional<Promise> before) {
      return before.filter(promise -> promise.status() == Promise.Status.BROKEN).isPresent()
          ? -1
          : 0;
    }

    private Optional<Promise> find(PromiseId id) {
      return promises.stream().filter(promise -> promise.id().equals(id)).findFirst();
    }

    void plan(Plan agreed, List<PromiseId> ids, Instant at) {
      replaceOpen(null);
      plan = Optional.of(agreed);
      for (int i = 0; i < agreed.count(); i++) {
        Plan.Instalment instalment = agreed.instalments().get(i);
        promises.add(
            Promise.open(
                ids.get(i),
                instalment.amount(),
                instalment.due(),
                LocalDate.ofInstant(at, ZoneOffset.UTC)));
      }
    }

    /** Replaces open promises; with {@code due}, only those due on that day or later. */
    private void replaceOpen(@Nullable LocalDate due) {
      promises.replaceAll(promise ->
          promise.status() == Promise.Status.OPEN && (due == null || !promise.due().isBefore(due))
              ? promise.with(Promise.Status.REPLACED)
              : promise);
    }

    void update(PromiseId id, UnaryOperator<Promise> change) {
      promises.replaceAll(promise -> promise.id().equals(id) ? change.apply(promise) : promise);
    }

    /** What the books hold already lowers nothing a second time. */
    void payment(CaseEvent.PaymentPosted posted) {
      Case.Received received = new Case.Received(posted.amount(), posted.paidOn(), posted.known());
      if (!account.includes(received)) {
        account = account.after(posted.amount());
      }
      paid = paid.plus(posted.amount());
      payments.add(received);
      holds.remove(HoldKind.PENDING_PAYMENT);
      if (account.overdue().isPositive()) {
        tally(0, 0, 0, 0, 0, 0, 1);
      }
    }

    void verified() {
      failedProofs.clear();
      tally(0, 0, 0, 1, 0, 0, 0);
    }

    void answered() {
      tallies =
          new Case.Tallies(
              tallies.attempts(),
              0,
              tallies.conversations(),
              tallies.rightParty(),
              tallies.broken(),
              tallies.kept(),
              tallies.partialPayments());
    }

    void tally(
        int attempts,
        int unanswered,
        int conversations,
        int rightParty,
        int broken,
        int kept,
        int partial) {
      tallies =
          new Case.Tallies(
              tallies.attempts() + attempts,
              tallies.unanswered() + unanswered,
              tallies.conversations() + conversations,
              tallies.rightParty() + rightParty,
              tallies.broken() + broken,
              tallies.kept() + kept,
              tallies.partialPayments() + partial);
    }

    Case build() {
      return new Case(
          before.id(),
          before.version() + 1,
          before.person(),
          account,
          holds,
          consents,
          promises,
          plan,
          relief,
          paid,
          payments,
          tallies,
          callback,
          lastDisposition,
          cured,
          failedProofs,
          statementDue,
          vulnerable,
          decision);
    }
  }
}
