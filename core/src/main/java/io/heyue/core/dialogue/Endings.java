package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Disposition;
import java.util.List;

/** Turns in which nothing is said, and those that end a conversation by themselves. Of one turn. */
record Endings(StateDraft state, Moment moment) {
  /** It ends with what was reached. */
  Proposal leave(String why) {
    return close(why, outcome(state.build()));
  }

  Proposal close(String why, Disposition as) {
    return alone(why, new Move.Close(as));
  }

  /** Says nothing and goes on listening. */
  Proposal listen(String why) {
    return alone(why, new Move.Wait());
  }

  /**
   * Whoever hangs up when asked whether they want no more calls has said so, and so has who is
   * asked about what would leave them alone.
   */
  Proposal hungUp(SayBack sayBack) {
    if (state.lastMove.equals(Question.STOP.id())) {
      state.mark(Mark.STOP);
    }
    sayBack.open().filter(SayBack::stands).ifPresent(row -> row.marks().forEach(state::mark));
    return leave("left");
  }

  /** How it ends if it ends now, with what is being settled in this turn. */
  Disposition reached(boolean settling) {
    StateDraft end = state.build().draft();
    if (settling) {
      state.proposed.ifPresent(terms -> end.made(new Move.Confirm(terms)));
    }
    return outcome(end.build());
  }

  /** How it ends now; whoever leaves what was agreed before as it is has agreed on that. */
  private Disposition outcome(DialogueState end) {
    Disposition outcome = Outcome.of(end);
    return outcome == Disposition.NO_AGREEMENT && moment.promised() ? Disposition.PROMISE : outcome;
  }

  private Proposal alone(String why, Move move) {
    return new Proposal(List.of(why), List.of(), List.of(move), List.of(), state);
  }
}
