package io.heyue.core.dialogue;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Flow.Row;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the rows of a flow that fit the moment, and the moves that they propose. Pure. */
public final class Director {
  /** A conversation that is still going on after so many turns is ended with what was reached. */
  private static final int MOST_TURNS = 40;

  private final Flow flow;
  private final Moment moment;
  private final StateDraft state;
  private final Negotiation negotiation;
  private final Set<Condition> fresh;
  private final RowSearch rows;
  private final List<ScoredIntent> meant;
  private final Proof proof;
  private final ProofTries tries;

  /** Acknowledgments that belong to what was said before the verification. */
  private final List<Move> acknowledged = new ArrayList<>();

  /** Moves that follow the answer to what was said before the verification. */
  private final List<Move> following = new ArrayList<>();

  /** Rows that were taken for what was said before the verification. */
  private final List<String> deferredRows = new ArrayList<>();

  /** Whether a row was taken for a wrong answer to the verification. */
  private boolean takenForWrong;

  /** Whether the row that is being taken settles what was proposed. */
  private boolean settling;

  private Director(Flow flow, DialogueState before, Moment moment) {
    this.flow = flow;
    this.moment = moment;
    this.state = before.draft();
    state.sendTo(moment.route().team());
    this.negotiation = Negotiation.of(moment.dossier(), moment.now().toLocalDate());
    this.fresh = Hearing.take(state, before, moment, negotiation);
    fresh.addAll(Certainty.of(moment.event(), before, flow.sure()));
    this.proof = Proof.of(moment, before);
    this.rows =
        new RowSearch(
            flow,
            state,
            new Conditions(state, moment, fresh, negotiation, proof),
            moment.heard().text());
    this.meant = Hearing.meant(moment.heard());
    this.tries = new ProofTries(moment);
  }

  /** What the flow proposes at {@code moment}. */
  public static Proposal propose(Flow flow, DialogueState before, Moment moment) {
    return new Director(flow, before, moment).propose(before.turn());
  }

  private Proposal propose(int turn) {
    if (turn >= MOST_TURNS) {
      return leave("too_long");
    }
    return tries.closed(proposal());
  }

  private Proposal proposal() {
    return switch (moment.event()) {
      case ChannelEvent.Answered _ -> of(only(Kind.START));
      case ChannelEvent.SilencePassed _ -> {
        Proposal proposal = of(only(Kind.SILENCE));
        state.silences++;
        yield proposal;
      }
      case ChannelEvent.PaymentArrived _ -> of(only(Kind.PAYMENT));
      case ChannelEvent.TextReceived _, ChannelEvent.SpeechHeard _, ChannelEvent.Keyed _ ->
          counted(answer());
      case ChannelEvent.SpeechStarted _ -> listen("listening");
      case ChannelEvent.HungUp _ -> hungUp();
      case ChannelEvent.DeliveryFailed _ -> leave("left");
      case ChannelEvent.MachineTook _ -> close("machine", Disposition.MACHINE);
    };
  }

  /** What was heard unsurely is no try, right or wrong. */
  private Proposal counted(Proposal proposal) {
    if (!fresh.contains(Condition.UNSURE)) {
      state.tries += tries.count(proof, takenForWrong);
    }
    return proposal;
  }

  /** Whoever hangs up when asked whether they want no more calls has said so. */
  private Proposal hungUp() {
    if (state.lastMove.equals(Question.STOP.id())) {
      state.mark(Mark.STOP);
    }
    return leave("left");
  }

  private Proposal leave(String why) {
    return close(why, outcome(state.build()));
  }

  private Proposal close(String why, Disposition as) {
    Move close = new Move.Close(as);
    return new Proposal(List.of(why), List.of(), List.of(close), List.of(), state);
  }

  /** How it ends now; whoever leaves what was agreed before as it is has agreed on that. */
  private Disposition outcome(DialogueState end) {
    Disposition outcome = Outcome.of(end);
    return outcome == Disposition.NO_AGREEMENT && moment.promised() ? Disposition.PROMISE : outcome;
  }

  /** Says nothing and goes on listening. */
  private Proposal listen(String why) {
    return new Proposal(List.of(why), List.of(), List.of(new Move.Wait()), List.of(), state);
  }

  private Proposal answer() {
    state.silences = 0;
    state.mood = state.mood.after(moment.heard().emotion());
    Doubts doubts = Doubts.take(state, moment, fresh, proof);
    if (doubts.nothingSaid()) {
      return misunderstood();
    }
    Optional<Row> urgent = rows.first(Kind.URGENT, meant);
    Optional<Row> main = urgent;
    List<Row> beside = List.of();
    if (urgent.isEmpty()) {
      beside = rows.beside(meant);
      main = rows.main(meant, beside);
    }
    Optional<Certainty.Decision> doubtful = doubts.about(main);
    if (doubtful.isPresent()) {
      return makeSure(doubtful.get(), doubts.again(doubtful.get()));
    }
    if (main.isEmpty() && beside.isEmpty()) {
      return misunderstood();
    }
    state.misunderstood = 0;
    return main.isPresent() ? withBeside(of(main.get()), beside) : digression(beside);
  }

  private Proposal misunderstood() {
    Row row = only(Kind.OTHERWISE);
    Proposal proposal = of(row);
    state.misunderstood = row.words().isPresent() ? 0 : state.misunderstood + 1;
    return proposal;
  }

  /** Asks about what was heard unsurely; where that was no use, it was not understood. */
  private Proposal makeSure(Certainty.Decision decision, boolean second) {
    decision.condition().ifPresent(fresh::add);
    Optional<Row> row = rows.first(Kind.UNSURE, List.of());
    if (second || row.isEmpty()) {
      return misunderstood();
    }
    Certainty.note(state.taken, decision);
    state.misunderstood++;
    return of(row.get());
  }

  /** A question is answered, then the open one is asked again. */
  private Proposal digression(List<Row> beside) {
    List<Move> before = new ArrayList<>();
    List<String> names = takeBeside(beside, before);
    List<Move> choices = pendingQuestion();
    if (choices.isEmpty()) {
      choices = List.of(before.isEmpty() ? new Move.Wait() : before.removeLast());
    }
    return new Proposal(names, before, choices, List.of(), state);
  }

  private Proposal withBeside(Proposal main, List<Row> beside) {
    List<Move> answers = new ArrayList<>();
    List<String> names = new ArrayList<>(main.rows());
    names.addAll(takeBeside(beside, answers));
    answers.removeIf(move -> main.before().contains(move) || main.choices().contains(move));
    answers.addAll(main.before());
    return new Proposal(names, answers, main.choices(), main.after(), main.state());
  }

  private List<String> takeBeside(List<Row> rows, List<Move> moves) {
    List<String> names = new ArrayList<>();
    for (Row row : rows) {
      take(row);
      names.add(row.name());
      for (MoveSpec spec : row.say()) {
        if (spec instanceof MoveSpec.Fixed fixed && !moves.contains(fixed.move())) {
          moves.add(fixed.move());
        }
      }
    }
    return names;
  }

  /** The moves of one row, with its marks and its step taken. */
  private Proposal of(Row row) {
    take(row);
    List<Move> before = new ArrayList<>();
    List<Move> choices = new ArrayList<>();
    List<Move> after = new ArrayList<>();
    for (MoveSpec spec : row.say()) {
      boolean opensChoice = !(spec instanceof MoveSpec.Fixed) && choices.isEmpty();
      List<Move> moves =
          spec instanceof MoveSpec.Keys
              ? keys(choices.isEmpty() ? before : choices)
              : moves(spec, row.kind() == Kind.UNSURE);
      if (opensChoice) {
        before.addAll(acknowledged);
        acknowledged.clear();
        choices.addAll(moves);
        after.addAll(following);
        following.clear();
      } else if (choices.isEmpty()) {
        before.addAll(moves);
      } else {
        after.addAll(moves);
      }
    }
    if (choices.isEmpty() && !before.isEmpty()) {
      choices.add(before.removeLast());
    }
    List<String> names = new ArrayList<>(List.of(row.name()));
    names.addAll(deferredRows);
    deferredRows.clear();
    return new Proposal(names, before, choices, after, state);
  }

  private void take(Row row) {
    state.taken.add(row.name());
    for (ScoredIntent scored : meant) {
      if (row.when().contains(scored.intent())) {
        state.taken.add("intent:" + scored.intent().id());
      }
    }
    for (Mark mark : row.marks()) {
      state.mark(mark);
      state.verified |= mark == Mark.VERIFIED;
    }
    takenForWrong |= row.given().contains(Condition.ANSWER_WRONG);
    row.topic().ifPresent(topic -> topic.begin(state, fresh));
    settling = row.say().stream().anyMatch(MoveSpec.Settle.class::isInstance);
    boolean moves =
        row.say().stream().anyMatch(MoveSpec.Negotiate.class::isInstance)
            || row.when().contains(Intent.DENY);
    if (moves && !settling) {
      takeOffTheTable();
    }
    row.then().ifPresent(step -> state.step = step);
  }

  /** Whoever negotiates on has not accepted what was on the table; an offer of ours is declined. */
  private void takeOffTheTable() {
    state
        .proposed
        .filter(_ -> state.lastMove.startsWith("offer_"))
        .ifPresent(terms -> state.declined.add(terms.id()));
    state.proposed = Optional.empty();
  }

  /** Which keys answer the last of {@code asked}. */
  private List<Move> keys(List<Move> asked) {
    return asked.isEmpty()
        ? List.of()
        : Keypad.menu(asked.getLast(), moment.dossier()).stream()
            .<Move>map(Move.Menu::new)
            .toList();
  }

  /**
   * @param unsurely whether it was heard too unsurely to be settled
   */
  private List<Move> moves(MoveSpec spec, boolean unsurely) {
    return switch (spec) {
      case MoveSpec.Fixed fixed -> List.of(fixed.move());
      case MoveSpec.Negotiate _ -> negotiate();
      case MoveSpec.Settle _ ->
          state
              .proposed
              .map(terms -> List.<Move>of(new Move.Confirm(terms)))
              .orElseGet(this::negotiate);
      case MoveSpec.CallBack _ ->
          state
              .slots
              .callback()
              .map(Terms.Callback::new)
              .map(terms ->
                  List.<Move>of(unsurely ? new Move.ReadBack(terms) : new Move.Confirm(terms)))
              .orElse(List.of());
      case MoveSpec.Resume _ -> afterVerification();
      case MoveSpec.Again _ -> again();
      case MoveSpec.Keys _ -> List.of();
      case MoveSpec.Suggest _ -> {
        state.step = "deciding";
        yield negotiation.suggest(state);
      }
      case MoveSpec.Finish _ -> List.of(new Move.Close(reached()));
    };
  }

  /** How it ends if it ends now, with what is being settled in this turn. */
  private Disposition reached() {
    StateDraft end = state.build().draft();
    if (settling) {
      state.proposed.ifPresent(terms -> end.made(new Move.Confirm(terms)));
    }
    return outcome(end.build());
  }

  private List<Move> negotiate() {
    List<Move> moves = negotiation.moves(state);
    state.step =
        switch (moves.getFirst()) {
          case Move.HandOver _ -> "ended";
          case Move.Ask ask when ask.question() == Question.REST -> "rest";
          case Move.Ask _ -> "asking";
          default -> "deciding";
        };
    return moves;
  }

  /** What was meant before the verification is answered now; else the open question again. */
  private List<Move> afterVerification() {
    if (!state.verified || state.deferred.isEmpty()) {
      return pendingQuestion();
    }
    List<ScoredIntent> deferred = state.deferred;
    state.deferred = List.of();
    fresh.addAll(Hearing.named(state.slots));
    Optional<Row> row = rows.main(deferred, List.of());
    if (row.isEmpty()) {
      return pendingQuestion();
    }
    Proposal proposal = of(row.get());
    acknowledged.addAll(proposal.before());
    following.addAll(proposal.after());
    deferredRows.addAll(proposal.rows());
    return proposal.choices();
  }

  /** The last question; the account is told with the question for a day. */
  private List<Move> again() {
    for (Question question : Question.values()) {
      boolean last =
          question.id().equals(state.lastMove)
              || (question == Question.WHEN && state.lastMove.equals("tell_account"));
      if (last && (state.proposed.isEmpty() || question == Question.STOP)) {
        return List.of(new Move.Ask(question));
      }
    }
    return pendingQuestion();
  }

  private List<Move> pendingQuestion() {
    if (state.proposed.isPresent()) {
      Terms terms = state.proposed.get();
      return List.of(
          state.lastMove.startsWith("offer_") ? new Move.Offer(terms) : new Move.ReadBack(terms));
    }
    Flow.Step step = flow.steps().get(state.step);
    if (step == null || step.question().isEmpty()) {
      return List.of();
    }
    return moves(step.question().get(), false);
  }

  private Row only(Kind kind) {
    return rows.first(kind, meant)
        .orElseThrow(() ->
            new IllegalStateException(
                "Flow "
                    + flow.id()
                    + " has no row of kind "
                    + kind
                    + " for step "
                    + state.step
                    + "."));
  }
}
