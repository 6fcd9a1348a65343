package io.heyue.core.dialogue;

import io.heyue.core.portfolio.HandoverReason;
import java.util.ArrayList;
import java.util.List;

/** Counts the tries at the verification in one turn. Confined to that turn. */
final class ProofTries {
  private static final Move ASK_PROOF = new Move.Ask(Question.VERIFICATION);
  private static final Move WRONG_ANSWER = new Move.Acknowledge("wrong_answer");
  private static final Move KEYS = new Move.Menu(Keypad.Menu.DIGITS);

  private final int left;

  /** How many wrong answers this turn counts for. */
  private int wrong;

  ProofTries(Moment moment) {
    this.left = moment.dossier().proofsLeft(moment.now().toInstant());
  }

  /** Counts what was answered wrongly, whichever row was taken; once all are spent, nothing. */
  int count(Proof proof, boolean takenForWrong) {
    wrong = left > 0 ? Math.max(proof.answers(), takenForWrong ? 1 : 0) : 0;
    return wrong;
  }

  /**
   * Where no try is left, the verification is not asked for. What a right and a wrong answer come
   * to is the same then.
   */
  Proposal closed(Proposal proposal) {
    List<Move> all = new ArrayList<>(proposal.before());
    all.addAll(proposal.choices());
    all.addAll(proposal.after());
    if (wrong < left || !all.contains(ASK_PROOF)) {
      return proposal;
    }
    return new Proposal(
        proposal.rows(),
        proposal.before().stream()
            .filter(
                move -> !move.equals(ASK_PROOF) && !move.equals(WRONG_ANSWER) && !move.equals(KEYS))
            .toList(),
        List.of(new Move.HandOver(HandoverReason.VERIFICATION_FAILED)),
        List.of(),
        proposal.state());
  }
}
