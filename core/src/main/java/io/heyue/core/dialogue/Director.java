package io.heyue.core.dialogue;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Flow.Row;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.EnumSet;
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
  private final SayBack sayBack;
  private final Bounds bounds;
  private final Endings endings;

  /** Whether what was said names no terms any more. */
  private final boolean byKeysAlone;

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

  /** Whether nothing that was said leads on. */
  private boolean inVain;

  private Director(Flow flow, DialogueState before, Moment moment) {
    this.flow = flow;
    this.moment = moment;
    this.state = before.draft();
    state.sendTo(moment.route().team());
    this.negotiation = Negotiation.of(moment.dossier(), moment.now().toLocalDate());
    boolean closed = Certainty.closed(moment.event(), before);
    state.hearClosed(closed);
    this.bounds = new Bounds(state, closed);
    Set<Condition> how = Certainty.of(moment.event(), before, flow.sure());
    this.byKeysAlone = bounds.keysAlone() && how.contains(Condition.UNSURE);
    this.fresh =
        byKeysAlone
            ? EnumSet.noneOf(Condition.class)
            : Hearing.take(state, before, moment, negotiation);
    fresh.addAll(how);
    this.proof = Proof.of(moment, before);
    this.rows =
        new RowSearch(
            flow,
            state,
            new Conditions(state, moment, fresh, negotiation, proof),
            moment.heard().text());
    this.meant = Hearing.meant(moment.heard());
    this.tries = new ProofTries(moment);
    this.sayBack = new SayBack(flow, state);
    this.endings = new Endings(state, moment);
  }

  /** What the flow proposes at {@code moment}. */
  public static Proposal propose(Flow flow, DialogueState before, Moment moment) {
    return new Director(flow, before, moment).propose(before.turn());
  }

  private Proposal propose(int turn) {
    if (turn >= MOST_TURNS) {
      return endings.leave("too_long");
    }
    Proposal proposal = bounds.within(tries.closed(proposal()), inVain);
    return fresh.contains(Condition.CLOSED) ? Keys.beside(proposal, moment.dossier()) : proposal;
  }

  private Proposal proposal() {
    return switch (moment.event()) {
      case ChannelEvent.Answered _ -> of(rows.only(Kind.START, meant));
      case ChannelEvent.SilencePassed _ -> silence();
      case ChannelEvent.PaymentArrived _ -> of(rows.only(Kind.PAYMENT, meant));
      case ChannelEvent.TextReceived _, ChannelEvent.SpeechHeard _, ChannelEvent.Keyed _ ->
          counted(answer());
      case ChannelEvent.SpeechStarted _ -> endings.listen("listening");
      case ChannelEvent.HungUp _ -> endings.hungUp(sayBack);
      case ChannelEvent.DeliveryFailed _ -> endings.leave("left");
      case ChannelEvent.MachineTook _ -> endings.close("machine", Disposition.MACHINE);
    };
  }

  /** What was heard unsurely is no try, right or wrong. */
  private Proposal counted(Proposal proposal) {
    if (!fresh.contains(Condition.UNSURE)) {
      state.tries += tries.count(proof, takenForWrong);
    }
    return proposal;
  }

  private Proposal silence() {
    inVain = true;
    Proposal proposal =
        sayBack
            .open()
            .map(row -> saidBack(row, sayBack.unanswered(row)))
            .orElseGet(() -> of(rows.only(Kind.SILENCE, meant)));
    state.silences++;
    return proposal;
  }

  private Proposal answer() {
    state.silences = 0;
    state.mood = state.mood.after(moment.heard().emotion());
    Doubts doubts = Doubts.take(state, moment, fresh, proof);
    Optional<Row> waiting = sayBack.open();
    if (doubts.nothingSaid()) {
      return waiting.isPresent()
          ? saidBack(waiting.get(), sayBack.unanswered(waiting.get()))
          : misunderstood();
    }
    Optional<Row> urgent = rows.first(Kind.URGENT, meant);
    if (waiting.isPresent() && (urgent.isEmpty() || urgent.equals(waiting))) {
      Optional<Row> said = urgent.isPresent() ? urgent : rows.main(meant, List.of());
      boolean surely = !fresh.contains(Condition.UNSURE);
      return saidBack(waiting.get(), sayBack.answered(waiting.get(), meant, said, surely));
    }
    sayBack.forget();
    Optional<Row> main = urgent;
    List<Row> beside = List.of();
    if (urgent.isEmpty()) {
      beside = rows.beside(meant);
      main = rows.main(meant, beside);
    }
    Optional<Certainty.Decision> doubtful = doubts.about(main);
    if (doubtful.isPresent()) {
      return makeSure(main.get(), doubtful.get(), doubts);
    }
    boolean nothing = main.isEmpty() && beside.isEmpty();
    if (nothing || (byKeysAlone && main.filter(Bounds::bringsTerms).isPresent())) {
      return misunderstood();
    }
    state.misunderstood = 0;
    return main.isPresent() ? withBeside(of(main.get()), beside) : digression(beside);
  }

  private Proposal saidBack(Row row, SayBack.Next next) {
    if (next == SayBack.Next.ASK) {
      return sayBack.ask(row, moment.dossier());
    }
    sayBack.forget();
    state.misunderstood = 0;
    if (next == SayBack.Next.DONE) {
      return of(row);
    }
    List<Move> before = List.of(new Move.Acknowledge("misheard"));
    return new Proposal(List.of("taken_back"), before, pendingQuestion(), List.of(), state);
  }

  private Proposal misunderstood() {
    inVain = true;
    Row row = rows.only(Kind.OTHERWISE, meant);
    Proposal proposal = of(row);
    state.misunderstood = row.words().isPresent() ? 0 : state.misunderstood + 1;
    return proposal;
  }

  /** Asks about what was heard unsurely; where that was no use, it was not understood. */
  private Proposal makeSure(Row doubtful, Certainty.Decision decision, Doubts doubts) {
    if (decision.question().isPresent()) {
      return sayBack.ask(doubtful, moment.dossier());
    }
    inVain = true;
    decision.condition().ifPresent(fresh::add);
    Optional<Row> row = rows.first(Kind.UNSURE, List.of());
    boolean inVainBefore = state.misunderstood > 1 && decision != Certainty.Decision.WHO;
    if (inVainBefore || !doubts.asksAgain(decision) || row.isEmpty()) {
      return misunderstood();
    }
    Certainty.note(state.taken, decision, doubts.before(decision) > 0);
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
              ? Keys.of(choices.isEmpty() ? before : choices, state, moment.dossier())
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
      case MoveSpec.Finish _ -> List.of(new Move.Close(endings.reached(settling)));
    };
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
    if (state.lastMove.equals(Question.CORRECTION.id())) {
      return List.of(new Move.Ask(Question.CORRECTION));
    }
    Flow.Step step = flow.steps().get(state.step);
    if (step == null || step.question().isEmpty()) {
      return List.of();
    }
    return moves(step.question().get(), false);
  }
}
