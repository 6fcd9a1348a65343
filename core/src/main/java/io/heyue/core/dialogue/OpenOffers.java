package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Dossier;
import java.time.LocalDate;
import java.util.List;

/** What could still be offered to somebody who declined what they declined. Pure. */
public final class OpenOffers {
  private OpenOffers() {}

  /** The terms on the table, or else whatever the mandate has left. */
  public static List<Move> of(DialogueState state, Dossier dossier, LocalDate today) {
    StateDraft draft = state.draft();
    if (draft.proposed.isPresent()) {
      return List.of(new Move.Offer(draft.proposed.get()));
    }
    return Negotiation.of(dossier, today).relief(draft).stream()
        .filter(Move.Offer.class::isInstance)
        .toList();
  }
}
