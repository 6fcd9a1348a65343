package io.heyue.core.dialogue;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Flow.Row;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the rows of a flow that fit the moment, and the moves that they propose. Pure. */
public final class Director {
  /** An intent counts as meant from this confidence on; the strongest one always does. */
  private static final double PRESENT = 0.30;

  /** Below this even the strongest intent is not taken for understood. */
  private static final double UNDERSTOOD = 0.35;

  /** At most so many answers and acknowledgments stand beside the main thing. */
  private static final int MOST_BESIDE = 2;

  private final Flow flow;
  private final Moment moment;
  private final StateDraft state;
  private final Negotiation negotiation;
  private final Conditions conditions;
  private final List<ScoredIntent> meant;

  private Director(Flow flow, DialogueState before, Moment moment) {
    this.flow = flow;
    this.moment = moment;
    this.state = before.draft();
    this.negotiation = Negotiation.of(moment.dossier(), today());
    Set<Condition> fresh = takeSlots(before);
    this.conditions = new Conditions(state, moment, fresh, negotiation);
    this.meant = meant(moment.heard());
  }

  /** What the flow proposes at {@code moment}. */
  public static Proposal propose(Flow flow, DialogueState before, Moment moment) {
    return new Director(flow, before, moment).propose();
  }

  private Proposal propose() {
    return switch (moment.event()) {
      case ChannelEvent.Answered _ -> of(only(Kind.START));
      case ChannelEvent.SilencePassed _ -> {
        Row row = only(Kind.SILENCE);
        Proposal proposal = of(row);
        state.silences++;
        yield proposal;
      }
      case ChannelEvent.PaymentArrived _ -> of(only(Kind.PAYMENT));
      case ChannelEvent.TextReceived _, ChannelEvent.SpeechHeard _, ChannelEvent.KeyPressed _ ->
          answer();
      case ChannelEvent.HungUp _, ChannelEvent.DeliveryFailed _, ChannelEvent.SpeechStarted _ ->
          new Proposal(
              List.of("left"),
              List.of(),
              List.of(new Move.Close(Outcome.of(state.build()))),
              List.of(),
              state);
    };
  }

  private Proposal answer() {
    state.silences = 0;
    Optional<Row> urgent = first(Kind.URGENT, meant);
    if (urgent.isPresent()) {
      state.misunderstood = 0;
      return of(urgent.get());
    }
    List<Row> beside = beside();
    Optional<Row> main = main(meant, beside);
    if (main.isEmpty() && beside.isEmpty()) {
      Row otherwise = only(Kind.OTHERWISE);
      Proposal proposal = of(otherwise);
      state.misunderstood++;
      return proposal;
    }
    state.misunderstood = 0;
    Proposal proposal = main.map(this::of).orElseGet(() -> resume(beside));
    return withBeside(proposal, main.isPresent() ? beside : List.of());
  }

  private Optional<Row> main(List<ScoredIntent> intents, List<Row> beside) {
    for (ScoredIntent scored : intents) {
      Optional<Row> row = first(Kind.MAIN, List.of(scored));
      if (row.isPresent()) {
        return row;
      }
      boolean answered = beside.stream().anyMatch(b -> b.when().contains(scored.intent()));
      if (answered) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<Row> beside() {
    List<Row> rows = new ArrayList<>();
    for (Row row : flow.rows()) {
      if (row.kind() == Kind.BESIDE
          && rows.size() < MOST_BESIDE
          && fits(row, meant)
          && rows.stream().noneMatch(taken -> taken.say().equals(row.say()))) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Proposal resume(List<Row> beside) {
    List<Move> before = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Row row : beside) {
      take(row);
      names.add(row.name());
      row.say().stream()
          .filter(MoveSpec.Fixed.class::isInstance)
          .map(spec -> ((MoveSpec.Fixed) spec).move())
          .forEach(before::add);
    }
    List<Move> pending = pendingQuestion();
    if (pending.isEmpty()) {
      Move last = before.removeLast();
      return new Proposal(names, before, List.of(last), List.of(), state);
    }
    return new Proposal(names, before, pending, List.of(), state);
  }

  private Proposal withBeside(Proposal main, List<Row> beside) {
    List<Move> before = new ArrayList<>();
    List<String> names = new ArrayList<>(main.rows());
    for (Row row : beside) {
      take(row);
      names.add(row.name());
      row.say().stream()
          .filter(MoveSpec.Fixed.class::isInstance)
          .map(spec -> ((MoveSpec.Fixed) spec).move())
          .filter(move -> !main.before().contains(move) && !main.choices().contains(move))
          .forEach(before::add);
    }
    before.addAll(main.before());
    return new Proposal(names, before, main.choices(), main.after(), main.state());
  }

  /** The moves of one row, with its marks and its step taken. */
  private Proposal of(Row row) {
    take(row);
    List<Move> before = new ArrayList<>();
    List<Move> choices = new ArrayList<>();
    List<Move> after = new ArrayList<>();
    for (MoveSpec spec : row.say()) {
      List<Move> moves = moves(spec);
      boolean choice = !(spec instanceof MoveSpec.Fixed) && choices.isEmpty();
      if (choice) {
        choices.addAll(moves);
      } else if (choices.isEmpty()) {
        before.addAll(moves);
      } else {
        after.addAll(moves);
      }
    }
    if (choices.isEmpty() && !before.isEmpty()) {
      choices.add(before.removeLast());
    }
    if (row.say().stream().anyMatch(MoveSpec.Negotiate.class::isInstance)) {
      state.step = stepAfter(choices);
    }
    return new Proposal(List.of(row.name()), before, choices, after, state);
  }

  private void take(Row row) {
    state.taken.add(row.name());
    meant.stream()
        .map(ScoredIntent::intent)
        .filter(row.when()::contains)
        .forEach(intent -> state.taken.add("intent:" + intent.id()));
    for (Mark mark : row.marks()) {
      state.mark(mark);
      if (mark == Mark.VERIFIED) {
        state.verified = true;
      }
    }
    if (row.given().contains(Condition.ANSWER_WRONG)) {
      state.tries++;
    }
    row.topic().ifPresent(topic -> state.topic = Optional.of(topic));
    if (row.when().contains(Intent.DENY)) {
      state
          .proposed
          .filter(_ -> state.lastMove.startsWith("offer_"))
          .ifPresent(terms -> state.declined.add(terms.id()));
      state.proposed = Optional.empty();
    }
    row.then().ifPresent(step -> state.step = step);
  }

  private List<Move> moves(MoveSpec spec) {
    return switch (spec) {
      case MoveSpec.Fixed fixed -> List.of(fixed.move());
      case MoveSpec.Negotiate _ -> negotiation.moves(state);
      case MoveSpec.Settle _ ->
          state
              .proposed
              .map(terms -> List.<Move>of(new Move.Confirm(terms)))
              .orElseGet(() ->
                  state
                      .slots
                      .callback()
                      .map(when -> List.<Move>of(new Move.Confirm(new Terms.Callback(when))))
                      .orElseGet(() -> negotiation.moves(state)));
      case MoveSpec.Resume _ -> afterVerification();
      case MoveSpec.Finish _ -> List.of(new Move.Close(Outcome.of(state.build())));
    };
  }

  /** What was meant before the verification is answered now; else the open question again. */
  private List<Move> afterVerification() {
    if (state.verified && !state.deferred.isEmpty()) {
      List<ScoredIntent> deferred = state.deferred;
      state.deferred = List.of();
      Optional<Row> row = main(deferred, List.of());
      if (row.isPresent()) {
        Proposal proposal = of(row.get());
        return proposal.choices();
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
    return moves(step.question().get());
  }

  private static String stepAfter(List<Move> choices) {
    boolean handsOver = choices.getFirst() instanceof Move.HandOver;
    return handsOver ? "ended" : choices.getFirst() instanceof Move.Ask ? "asking" : "deciding";
  }

  private Optional<Row> first(Kind kind, List<ScoredIntent> intents) {
    return flow.rows().stream()
        .filter(row -> row.kind() == kind)
        .filter(row -> fits(row, intents))
        .findFirst();
  }

  private boolean fits(Row row, List<ScoredIntent> intents) {
    return (row.in().isEmpty() || row.in().contains(state.step))
        && (row.when().isEmpty()
            || intents.stream()
                .anyMatch(scored ->
                    row.when().contains(scored.intent()) && scored.confidence() >= row.least()))
        && row.words().map(words -> words.matcher(moment.heard().text()).find()).orElse(true)
        && conditions.hold(row);
  }

  private Row only(Kind kind) {
    return first(kind, meant)
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

  private Set<Condition> takeSlots(DialogueState before) {
    Understanding heard = moment.heard();
    boolean aboutCallback =
        before.lastMove().equals(Question.CALLBACK.id())
            || heard.main().intent() == Intent.CALL_BACK_LATER
            || heard.main().intent() == Intent.BUSY_NOW;
    boolean answersVerification =
        before.step().equals("verifying")
            && moment.dossier().borrower().verification().attemptedBy(heard.text());
    if (answersVerification) {
      return Set.of();
    }
    SlotFilling.Filled filled =
        SlotFilling.fill(
            state.slots, heard, before.lastMove(), aboutCallback, moment.dossier(), moment.now());
    state.slots = filled.slots();
    if (!before.verified()) {
      defer(heard);
    }
    return filled.fresh();
  }

  /** Keeps what was meant about paying until we may speak of it. */
  private void defer(Understanding heard) {
    List<ScoredIntent> kept = new ArrayList<>(state.deferred);
    heard.intents().stream()
        .filter(scored -> scored.confidence() >= UNDERSTOOD && DEFERRABLE.contains(scored.intent()))
        .forEach(kept::add);
    kept.sort(Comparator.comparingDouble(ScoredIntent::confidence).reversed());
    state.deferred = kept.size() > 3 ? List.copyOf(kept.subList(0, 3)) : List.copyOf(kept);
  }

  private static final Set<Intent> DEFERRABLE =
      Set.of(
          Intent.AGREE_TO_PAY,
          Intent.PROMISE_WITH_DATE,
          Intent.ALREADY_PAID,
          Intent.CANNOT_PAY,
          Intent.REFUSE_TO_PAY,
          Intent.REQUEST_EXTENSION,
          Intent.REQUEST_INSTALMENT,
          Intent.REQUEST_REDUCTION,
          Intent.OFFER_PARTIAL,
          Intent.AUTO_DEBIT_EXPECTED,
          Intent.VULNERABILITY);

  private static List<ScoredIntent> meant(Understanding heard) {
    if (heard.main().confidence() < UNDERSTOOD) {
      return List.of(new ScoredIntent(Intent.UNCLEAR, 1 - heard.main().confidence()));
    }
    List<ScoredIntent> meant = new ArrayList<>();
    for (ScoredIntent scored : heard.intents()) {
      if (meant.isEmpty() || scored.confidence() >= PRESENT) {
        meant.add(scored);
      }
    }
    return meant;
  }

  private LocalDate today() {
    return moment.now().toLocalDate();
  }
}
