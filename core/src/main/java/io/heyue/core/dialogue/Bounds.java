package io.heyue.core.dialogue;

import io.heyue.core.portfolio.HandoverReason;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the same is asked: the proof of identity three times without an answer that leads on,
 * and six times at all; terms are read back three times in a row, and where we may mishear twice
 * more, of keys alone. Then a person goes on. Confined to one turn.
 */
final class Bounds {
  private static final Move PROOF = new Move.Ask(Question.VERIFICATION);

  /** Under which it is counted what was asked in vain. */
  private static final String PROOF_IN_VAIN = "proof_in_vain";

  private static final String PROOF_ASKED = "proof";
  private static final String READ_BACK = "read_back";

  private static final int MOST_IN_VAIN = 3;
  private static final int MOST_PROOFS = 6;
  private static final int BY_EAR = 3;
  private static final int BY_KEYS = 5;

  /** In writing, and where we hear whatever is said, people may change their minds. */
  private static final int OPEN = 8;

  private final StateDraft state;
  private final boolean closed;

  Bounds(StateDraft state, boolean closed) {
    this.state = state;
    this.closed = closed;
  }

  /** Whether of terms nothing but keys counts any more. */
  boolean keysAlone() {
    return closed && Rounds.of(state.taken, READ_BACK) >= BY_EAR;
  }

  /** Whether {@code row} speaks of terms and of nothing else that has to be heeded. */
  static boolean bringsTerms(Flow.Row row) {
    return row.marks().isEmpty()
        && row.say().stream().anyMatch(MoveSpec.Negotiate.class::isInstance);
  }

  /**
   * Where the same was asked often enough, somebody else goes on.
   *
   * @param inVain whether nothing that was said before led on
   */
  Proposal within(Proposal proposal, boolean inVain) {
    List<Move> moves = new ArrayList<>(proposal.before());
    moves.addAll(proposal.choices());
    moves.addAll(proposal.after());
    if (moves.contains(PROOF)) {
      return proof(proposal, inVain);
    }
    if (moves.stream().anyMatch(Move.ReadBack.class::isInstance)) {
      return readBack(proposal);
    }
    return proposal;
  }

  private Proposal proof(Proposal proposal, boolean inVain) {
    boolean again = state.lastMove.equals(Question.VERIFICATION.id());
    boolean counts = inVain || !again;
    if ((counts && Rounds.of(state.taken, PROOF_IN_VAIN) >= MOST_IN_VAIN)
        || Rounds.of(state.taken, PROOF_ASKED) >= MOST_PROOFS) {
      return handOver(proposal, HandoverReason.VERIFICATION_FAILED);
    }
    Rounds.add(state.taken, PROOF_ASKED);
    if (counts) {
      Rounds.add(state.taken, PROOF_IN_VAIN);
    }
    return proposal;
  }

  private Proposal readBack(Proposal proposal) {
    if (Rounds.of(state.taken, READ_BACK) >= (closed ? BY_KEYS : OPEN)) {
      return handOver(proposal, HandoverReason.MISUNDERSTOOD);
    }
    Rounds.add(state.taken, READ_BACK);
    return proposal;
  }

  /** What was read back was agreed on. */
  static void agreed(StateDraft state) {
    Rounds.clear(state.taken, READ_BACK);
  }

  private static Proposal handOver(Proposal proposal, HandoverReason reason) {
    return new Proposal(
        proposal.rows(),
        List.of(),
        List.of(new Move.HandOver(reason)),
        List.of(),
        proposal.state());
  }
}
