package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a conversation ends: what weighs most of everything that was agreed and told. */
final class Outcome {
  /** What was told, by weight: the first that was told decides, before any agreement. */
  private static final Map<Mark, Disposition> BEFORE_AGREEMENT =
      ordered(
          Mark.DISTRESS, Disposition.DISTRESS,
          Mark.DECEASED, Disposition.DECEASED,
          Mark.WRONG_PERSON, Disposition.WRONG_PERSON,
          Mark.THIRD_PARTY, Disposition.THIRD_PARTY,
          Mark.STOP, Disposition.STOP_CONTACT,
          Mark.COMPLAINT, Disposition.COMPLAINT,
          Mark.DISPUTE, Disposition.DISPUTE);

  /** What was told, by weight, where nothing was agreed. */
  private static final Map<Mark, Disposition> WITHOUT_AGREEMENT =
      ordered(
          Mark.LEGAL_REPRESENTATION, Disposition.HANDOVER,
          Mark.PAID_CLAIM, Disposition.ALREADY_PAID,
          Mark.FRAUD_CONCERN, Disposition.FRAUD_CONCERN,
          Mark.VULNERABLE, Disposition.VULNERABLE,
          Mark.HARDSHIP, Disposition.HARDSHIP,
          Mark.REFUSED, Disposition.REFUSED);

  private Outcome() {}

  static Disposition of(DialogueState state) {
    return state
        .ended()
        .or(() -> told(BEFORE_AGREEMENT, state))
        .or(() -> agreement(state))
        .or(() -> told(WITHOUT_AGREEMENT, state))
        .orElse(state.verified() ? Disposition.NO_AGREEMENT : Disposition.NOT_REACHED);
  }

  /** A hand-over keeps the name of what made it necessary. */
  static Disposition handedOver(StateDraft draft, HandoverReason reason) {
    return switch (reason) {
      case DISTRESS -> Disposition.DISTRESS;
      case DECEASED -> Disposition.DECEASED;
      case COMPLAINT -> Disposition.COMPLAINT;
      case DISPUTE -> Disposition.DISPUTE;
      case HARDSHIP ->
          draft.marks.contains(Mark.VULNERABLE) ? Disposition.VULNERABLE : Disposition.HARDSHIP;
      case VULNERABILITY -> Disposition.VULNERABLE;
      case REQUESTED,
          MISUNDERSTOOD,
          OUTSIDE_AUTHORITY,
          ABUSE,
          LEGAL_REPRESENTATION,
          VERIFICATION_FAILED,
          ALREADY_WITH_SERVICE,
          GUARD_REFUSED ->
          Disposition.HANDOVER;
    };
  }

  private static Optional<Disposition> agreement(DialogueState state) {
    List<Terms> agreed = state.agreed();
    return agreed.stream()
        .filter(terms -> !(terms instanceof Terms.Callback))
        .findFirst()
        .or(() -> agreed.stream().findFirst())
        .map(Terms::disposition);
  }

  private static Optional<Disposition> told(Map<Mark, Disposition> weights, DialogueState state) {
    return weights.entrySet().stream()
        .filter(entry -> state.marks().contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<Mark, Disposition> ordered(Object... pairs) {
    Map<Mark, Disposition> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((Mark) pairs[i], (Disposition) pairs[i + 1]);
    }
    return java.util.Collections.unmodifiableMap(map);
  }
}
