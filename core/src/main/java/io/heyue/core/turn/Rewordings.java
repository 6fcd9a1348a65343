package io.heyue.core.turn;

import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Question;
import java.util.List;

/**
 * Which moves may be made in other words than the approved ones: never those that open, prove,
 * disclose, read back, record, end or hand over, and none before the right party is verified. Of
 * the rest those that the flow names. Pure.
 */
final class Rewordings {
  private Rewordings() {}

  /** The moves of {@code moves} that may. */
  static List<Move> among(List<Move> moves, Flow flow, DialogueState state, boolean opening) {
    boolean never =
        opening || !state.verified() || moves.stream().anyMatch(Move.HandOver.class::isInstance);
    return never
        ? List.of()
        : moves.stream()
            .filter(move -> mayVary(move) && flow.aid().phrases().contains(move.id()))
            .toList();
  }

  /** Whether a move of this kind could ever be reworded, whatever a flow says. */
  static boolean mayVary(Move move) {
    return switch (move) {
      case Move.Ask ask -> mayVary(ask.question());
      case Move.Inform _, Move.Acknowledge _, Move.Offer _, Move.Clarify _ -> true;
      case Move.Identify _,
          Move.ReadBack _,
          Move.Confirm _,
          Move.HandOver _,
          Move.Repeat _,
          Move.Menu _,
          Move.Wait _,
          Move.Close _ ->
          false;
    };
  }

  private static boolean mayVary(Question question) {
    return switch (question) {
      case IDENTITY,
          VERIFICATION,
          DISPUTE,
          STOP,
          PAID_HEARD,
          DISPUTE_HEARD,
          REFUSAL_HEARD,
          DEATH_HEARD ->
          false;
      case WHEN,
          WHICH_DAY,
          AMOUNT,
          REST,
          REASON,
          ABILITY,
          PAY_DAY,
          CORRECTION,
          PAID_WHEN,
          CALLBACK,
          ANYTHING_ELSE ->
          true;
    };
  }
}
