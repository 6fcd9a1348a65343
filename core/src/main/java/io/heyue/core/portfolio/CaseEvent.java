package io.heyue.core.portfolio;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to a case. Events are appended and never changed; they hold ids, sums and
 * days and the account as the books have it, never a person's name, number or words.
 */
public sealed interface CaseEvent {

  /** When it happened. */
  Instant at();

  /** The account began to be worked. Always the first event of a case. */
  record CaseOpened(Instant at, CaseId id, PersonId person, Account account) implements CaseEvent {}

  /** The lender's books changed. */
  record AccountChanged(Instant at, Account account) implements CaseEvent {}

  /** A contact was permitted and its budget reserved; it counts as an attempt whatever follows. */
  record ContactReserved(
      Instant at,
      PermitId permit,
      Channel channel,
      Optional<ContactPointId> point,
      Optional<CampaignId> campaign)
      implements CaseEvent {}

  /** A contact reached the right party and the debt was spoken of. */
  record ContactMade(Instant at, ConversationId conversation, Channel channel)
      implements CaseEvent {}

  /** A contact did not arrive. */
  record ContactFailed(Instant at, PermitId permit, Channel channel, String reason)
      implements CaseEvent {}

  /** The person proved who they are. */
  record RightPartyVerified(Instant at, ConversationId conversation) implements CaseEvent {}

  /** Somebody answered the question that proves the person, and answered it wrongly. */
  record ProofFailed(Instant at, ConversationId conversation) implements CaseEvent {}

  record PromiseMade(Instant at, PromiseId promise, Money amount, LocalDate due)
      implements CaseEvent {}

  /** It was paid by its day; also where that came to light after it was held broken. */
  record PromiseKept(Instant at, PromiseId promise) implements CaseEvent {}

  /** Its day is over and only a part was paid by then. */
  record PromisePartlyKept(Instant at, PromiseId promise, Money paid) implements CaseEvent {}

  record PromiseBroken(Instant at, PromiseId promise) implements CaseEvent {}

  /** Nothing is overdue any more, so there is nothing left that it could be about. */
  record PromiseReleased(Instant at, PromiseId promise) implements CaseEvent {}

  record PlanAgreed(Instant at, Plan plan, List<PromiseId> promises) implements CaseEvent {
    public PlanAgreed {
      promises = List.copyOf(promises);
      Check.that(
          promises.size() == plan.count(),
          "number of promises",
          promises.size(),
          "one each instalment");
    }
  }

  /** More time was granted. */
  record ExtensionGranted(Instant at, PromiseId promise, Money amount, LocalDate until)
      implements CaseEvent {}

  /** Part of what is owed will be waived when {@code payable} is paid by {@code by}. */
  record ReductionGranted(Instant at, PromiseId promise, Money payable, Money waived, LocalDate by)
      implements CaseEvent {}

  /** The lender's pricing lowered the overdue rate. */
  record OverdueRateLowered(Instant at, Rate before, Rate after) implements CaseEvent {
    public OverdueRateLowered {
      Check.that(
          after.compareTo(before) < 0, "after", after.perYear(), "below " + before.perYear());
    }
  }

  /**
   * A payment was booked.
   *
   * @param at when it was booked, which may be days after it was paid
   * @param paidOn the day on which it was paid, on the person's calendar
   * @param known when it was paid and came to us, to hold against the moment of the books; empty in
   *     events that were written before that was kept
   */
  record PaymentPosted(
      Instant at, String reference, Money amount, LocalDate paidOn, Optional<Case.Timing> known)
      implements CaseEvent {}

  /**
   * The person says that it is paid; we have not found the payment yet.
   *
   * @param waitedFor until when nothing is done about it but to look for the payment; empty where
   *     that was not said, so that a person ends it
   */
  record PaymentClaimed(Instant at, Optional<LocalDate> paidOn, Optional<Instant> waitedFor)
      implements CaseEvent {}

  record DisputeRaised(Instant at) implements CaseEvent {}

  record HardshipTold(Instant at) implements CaseEvent {}

  /** Illness, bereavement, a lost job. */
  record VulnerabilityTold(Instant at) implements CaseEvent {}

  /** A person of the lender's found that what was told of it is past. */
  record VulnerabilityPast(Instant at) implements CaseEvent {}

  /**
   * A person of the lender's decided whether somebody is contacted whom rules leave to a person;
   * see {@link Decision}.
   */
  record ContactDecided(
      Instant at, boolean contact, Instant until, Set<Channel> channels, Set<String> flags)
      implements CaseEvent {
    public ContactDecided {
      channels = Set.copyOf(channels);
      flags = Set.copyOf(flags);
    }

    Decision decision() {
      return new Decision(at, contact, until, channels, flags);
    }
  }

  /**
   * That somebody may be contacted counts no more, since more is known of them than was weighed.
   *
   * @param flags what has become known
   */
  record DecisionWithdrawn(Instant at, Set<String> flags) implements CaseEvent {
    public DecisionWithdrawn {
      flags = Set.copyOf(flags);
    }
  }

  /** Somebody spoke of harming themselves. */
  record DistressTold(Instant at) implements CaseEvent {}

  record DeceasedTold(Instant at) implements CaseEvent {}

  record LegalRepresentationTold(Instant at) implements CaseEvent {}

  /**
   * Somebody complained.
   *
   * @param answerBy the last day on which it is answered, on the person's calendar; empty in events
   *     that were written before that was kept
   */
  record ComplaintMade(Instant at, Optional<LocalDate> answerBy) implements CaseEvent {}

  record StopRequested(Instant at) implements CaseEvent {}

  record FraudSuspected(Instant at) implements CaseEvent {}

  /** Whoever answers at this point is not the borrower, and doesn't know them. */
  record WrongPersonTold(Instant at, Optional<ContactPointId> point) implements CaseEvent {}

  /** Somebody else answered. */
  record ThirdPartyAnswered(Instant at, Optional<ContactPointId> point) implements CaseEvent {}

  /** The person changed it for something else. */
  record PromiseReplaced(Instant at, PromiseId promise) implements CaseEvent {}

  /** The person is to get a statement of account, and has not got it yet. */
  record StatementPromised(Instant at, ConversationId conversation) implements CaseEvent {}

  /** The person got a statement of account. */
  record StatementGiven(Instant at, ConversationId conversation, Channel channel)
      implements CaseEvent {}

  /** What was agreed in a conversation was confirmed in writing. */
  record ConfirmationSent(Instant at, ConversationId conversation, PermitId permit, Channel channel)
      implements CaseEvent {}

  /**
   * What was agreed in a conversation was not confirmed in writing, and won't be.
   *
   * @param reason such as {@code settled} or {@code no_address}
   */
  record ConfirmationDropped(Instant at, ConversationId conversation, String reason)
      implements CaseEvent {}

  /** The person asked to be contacted again at that time. */
  record CallbackAgreed(Instant at, Instant when) implements CaseEvent {}

  record HandedOver(Instant at, ConversationId conversation, HandoverReason reason)
      implements CaseEvent {}

  record ConsentGiven(Instant at, Channel channel) implements CaseEvent {}

  record ConsentWithdrawn(Instant at, Channel channel) implements CaseEvent {}

  /**
   * A person placed a hold, or what else bars contact was found.
   *
   * @param answerBy the last day on which what it stands for is answered, where something is
   */
  record HoldPlaced(
      Instant at, HoldKind kind, Optional<Instant> until, Optional<LocalDate> answerBy)
      implements CaseEvent {}

  record HoldLifted(Instant at, HoldKind kind) implements CaseEvent {}

  record ConversationEnded(
      Instant at, ConversationId conversation, Disposition disposition, boolean verified)
      implements CaseEvent {}

  /** Nothing is overdue any more. */
  record Cured(Instant at) implements CaseEvent {}
}
