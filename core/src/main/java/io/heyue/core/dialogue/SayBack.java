package io.heyue.core.dialogue;

import io.heyue.core.base.Channel;
import io.heyue.core.dialogue.Certainty.Decision;
import io.heyue.core.dialogue.Flow.Row;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody seems to have told us and was said back to them for a yes: "您是说已经还过了，对吗？". The row
 * that it leads to waits, and is taken once they agree, by a key or by word. Where it would leave
 * them alone (they have paid, they dispute the debt, somebody died) nothing but a plain no takes it
 * back: a right is not lost because nobody answered a question about it. Confined to one turn.
 */
final class SayBack {
  /** What follows an answer. */
  enum Next {
    /** The row is taken. */
    DONE,
    /** It is dropped, and the question that was open is asked again. */
    TAKEN_BACK,
    /** It is asked about once more. */
    ASK
  }

  /** Begins the entry of what the conversation took that names the row that waits. */
  private static final String SAID_BACK = "said_back:";

  /** Under which it is counted how often it was asked about. */
  private static final String ROUNDS = "said_back";

  /** So often it is asked about. */
  private static final int MOST = 3;

  private static final Set<Intent> YES =
      Set.of(Intent.AFFIRM, Intent.CONFIRM_IDENTITY, Intent.ACKNOWLEDGE, Intent.AGREE_TO_PAY);

  private static final Set<Intent> NO = Set.of(Intent.DENY, Intent.DENY_IDENTITY);

  private final StateDraft state;
  private final Optional<Row> open;

  SayBack(Flow flow, StateDraft state) {
    this.state = state;
    this.open =
        flow.rows().stream()
            .filter(row -> state.taken.contains(SAID_BACK + row.name()))
            .filter(row ->
                Certainty.decision(row)
                    .flatMap(Decision::question)
                    .filter(question -> question.id().equals(state.lastMove))
                    .isPresent())
            .findFirst();
  }

  /** The row that waits for the answer that is due now. */
  Optional<Row> open() {
    return open;
  }

  /** Says back what {@code row} decides, with the keys that answer it on the telephone. */
  Proposal ask(Row row, Dossier dossier) {
    if (open.isEmpty()) {
      forget();
    }
    state.taken.add(SAID_BACK + row.name());
    Rounds.add(state.taken, ROUNDS);
    List<Move> asked =
        List.of(new Move.Ask(Certainty.decision(row).flatMap(Decision::question).orElseThrow()));
    return new Proposal(
        List.of("unsure", row.name()),
        List.of(),
        asked,
        state.channel() == Channel.CALL ? Keys.of(asked, state, dossier) : List.of(),
        state);
  }

  /** Nothing waits any more. */
  void forget() {
    state.taken.removeIf(entry -> entry.startsWith(SAID_BACK));
    Rounds.clear(state.taken, ROUNDS);
  }

  /**
   * What follows what was said to it.
   *
   * @param said the row to which that would lead
   * @param surely whether it was heard surely
   */
  Next answered(Row row, List<ScoredIntent> meant, Optional<Row> said, boolean surely) {
    Intent strongest = meant.getFirst().intent();
    Optional<Decision> decides = Certainty.decision(row);
    boolean saidAgain = said.flatMap(Certainty::decision).equals(decides);
    if (saidAgain || YES.contains(strongest)) {
      return Next.DONE;
    }
    boolean plainly = surely || askedEnough() || !stands(row);
    return NO.contains(strongest) && plainly ? Next.TAKEN_BACK : unanswered(row);
  }

  /** What follows where nothing was said to it. */
  Next unanswered(Row row) {
    return !askedEnough() ? Next.ASK : stands(row) ? Next.DONE : Next.TAKEN_BACK;
  }

  private boolean askedEnough() {
    return Rounds.of(state.taken, ROUNDS) >= MOST;
  }

  /** Whether it stands unless it is plainly taken back. */
  static boolean stands(Row row) {
    return Certainty.decision(row).filter(decision -> decision != Decision.REFUSAL).isPresent();
  }
}
