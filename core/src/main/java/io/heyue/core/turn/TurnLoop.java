package io.heyue.core.turn;

import io.heyue.core.action.Action;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.decision.Choice;
import io.heyue.core.decision.Situation;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Director;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Moment;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Proposal;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Rewordable;
import io.heyue.core.reply.Rewording;
import io.heyue.core.reply.Writer;
import io.heyue.core.understanding.Understanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data's way through the house: what happened and what it means come in; the flow proposes, the
 * guard strikes out, the policy chooses, the writer words, the guard judges; what may be said and
 * what has become of the case go out.
 *
 * <p>Pure: time and chance are arguments. Production, simulation and replay run this same code.
 * Thread-safe.
 */
public final class TurnLoop {
  private final Kit kit;
  private final Guard guard;
  private final HandoverWords handovers;
  private final Footing footing;

  public TurnLoop(Kit kit, Guard guard) {
    this.kit = kit;
    this.guard = guard;
    this.handovers = new HandoverWords(kit.writer(), guard);
    this.footing = new Footing(kit.writer(), guard);
  }

  /**
   * Takes one turn.
   *
   * @param dossier who and what it is about, as of now
   * @param state where the conversation stands; must not be over
   * @param event what happened
   * @param heard what it means; where the event has no words, an understanding of nothing
   * @param now when
   * @param rng the only source of chance, fresh for this turn; its seed goes into the record
   * @throws IllegalStateException if the conversation is over
   */
  public Turn advance(
      Dossier dossier,
      DialogueState state,
      ChannelEvent event,
      Understanding heard,
      Instant now,
      Rng rng) {
    return advance(dossier, state, event, heard, List.of(), now, rng);
  }

  /**
   * The same turn with other words for some of its phrases. They change nothing but the words: what
   * is chosen is chosen as without them, and where the guard does anything but permit them, the
   * approved words are said.
   *
   * @param others for phrases that the turn without them says may be reworded
   */
  public Turn advance(
      Dossier dossier,
      DialogueState state,
      ChannelEvent event,
      Understanding heard,
      List<Rewording> others,
      Instant now,
      Rng rng) {
    if (state.over()) {
      throw new IllegalStateException(
          "Conversation "
              + state.conversation()
              + " has ended as "
              + state.outcome()
              + "; it can't go on. Maybe a new one should begin.");
    }
    long seed = rng.seed();
    Situation situation = Situations.of(dossier, state, heard, now);
    Moment moment =
        new Moment(
            dossier,
            event,
            heard,
            kit.router().route(situation),
            guard.timeBarred(dossier, now),
            Situations.local(dossier, now));

    Flow flow = kit.flow(state.flow());
    Proposal proposal = Director.propose(flow, state, moment);
    DialogueState seen = proposal.state().build();

    List<Move> permitted = permitted(proposal.choices(), dossier, seen, now);
    Choice choice =
        permitted.isEmpty()
            ? handOver(unpermitted(dossier, seen, now), "no proposed move is permitted")
            : kit.policy().choose(situation, permitted, rng);
    List<Move> moves = new ArrayList<>(permitted(proposal.before(), dossier, seen, now));
    moves.add(choice.move());
    if (!ends(choice.move())) {
      moves.addAll(permitted(proposal.after(), dossier, seen, now));
    }

    ContactVerdict permit = permit(dossier, seen, now, rng);
    boolean opening = event instanceof ChannelEvent.Answered;
    boolean listening = listens(event, seen.channel());
    if (listening && permit instanceof ContactVerdict.Refused && awaitsAnswer(choice.move())) {
      choice = handOver(HandoverReason.GUARD_REFUSED, "the answer itself is not permitted");
      moves = List.of(choice.move());
    }
    boolean mute = permit instanceof ContactVerdict.Refused || !listening;
    Draft draft = mute ? Draft.silent() : words(moves, dossier, seen, heard, opening, others, now);
    Verdict verdict = draft.verdict();
    if (verdict instanceof Verdict.Forbidden && draft.spoken()) {
      choice = handOver(HandoverReason.GUARD_REFUSED, "the guard refused the words");
      moves = List.of(choice.move());
      draft = words(moves, dossier, seen, heard, opening, List.of(), now);
    }

    moves.forEach(proposal.state()::made);
    DialogueState after = proposal.state().build();
    Results results = Results.of(dossier, state, after, moves, guard, now, rng);
    results.statement(permit, draft.verdict(), now);
    List<Action> actions = results.actions(permit, draft.verdict());
    Optional<Handover> handover =
        handovers.of(
            dossier.with(dossier.matter().after(results.events())),
            state,
            after,
            heard.emotion(),
            now);
    TurnRecord record =
        TurnRecord.of(
            dossier,
            after,
            event,
            heard,
            moment.route().team(),
            proposal,
            permitted,
            choice,
            verdict,
            draft,
            permit,
            seed,
            now,
            kit,
            guard);
    return new Turn(after, results.events(), actions, handover, record, draft.rewordable());
  }

  /** Why a person has to go on where the flow proposes nothing that is permitted. */
  private static HandoverReason unpermitted(Dossier dossier, DialogueState state, Instant now) {
    return !state.verified() && dossier.proofsSpent(now)
        ? HandoverReason.VERIFICATION_FAILED
        : HandoverReason.OUTSIDE_AUTHORITY;
  }

  private List<Move> permitted(
      List<Move> moves, Dossier dossier, DialogueState state, Instant now) {
    return moves.stream()
        .filter(move -> guard.against(move, dossier, state, now).isEmpty())
        .toList();
  }

  private Draft words(
      List<Move> moves,
      Dossier known,
      DialogueState state,
      Understanding heard,
      boolean opening,
      List<Rewording> others,
      Instant now) {
    Dossier dossier = known.in(state.lang());
    Writer.Setting setting = Situations.setting(dossier, state, heard.emotion(), now);
    Delivery delivery = Delivery.byMachine(state.channel(), opening, state.verified());
    List<Terms> terms = moves.stream().flatMap(move -> move.about().stream()).toList();
    List<Rewordable> rewordable =
        kit.writer()
            .rewordable(
                Rewordings.among(moves, kit.flow(state.flow()), state, opening),
                state.asked(),
                setting);
    List<Rewording> fitting =
        others.stream().filter(other -> rewordable.contains(other.approved())).toList();
    DraftReply said = kit.writer().write(moves, state.asked(), setting, fitting);
    if (said.isEmpty()) {
      return Draft.silent();
    }
    DraftReply draft = footing.under(said, dossier, delivery, setting, now);
    Verdict verdict = guard.judge(draft, dossier, terms, delivery, now);
    return fitting.isEmpty() || verdict instanceof Verdict.Permitted
        ? new Draft(draft, verdict, true, rewordable, fitting)
        : words(moves, known, state, heard, opening, List.of(), now);
  }

  /** An answer on a channel that the person opened needs a permit as everything does. */
  private ContactVerdict permit(Dossier dossier, DialogueState state, Instant now, Rng rng) {
    return guard.permitReply(
        PermitId.draw(rng), dossier, Situations.replyFacts(dossier, state, now));
  }

  /** Whether the conversation goes on with words after {@code move}. */
  private static boolean awaitsAnswer(Move move) {
    return !ends(move) && !(move instanceof Move.Wait);
  }

  /**
   * Whether there is somebody who waits for words of ours: who just came or said something, or who
   * is on a page or on the telephone. Whatever else happens is no reason to write to anybody: a
   * message that nobody asked for is a contact of its own, with hours and caps.
   */
  private static boolean listens(ChannelEvent event, Channel channel) {
    return switch (event) {
      case ChannelEvent.HungUp _, ChannelEvent.DeliveryFailed _, ChannelEvent.MachineTook _ ->
          false;
      case ChannelEvent.Answered _,
          ChannelEvent.SpeechHeard _,
          ChannelEvent.TextReceived _,
          ChannelEvent.Keyed _ ->
          true;
      case ChannelEvent.SpeechStarted _,
          ChannelEvent.SilencePassed _,
          ChannelEvent.PaymentArrived _ ->
          channel == Channel.CHAT || channel == Channel.CALL;
    };
  }

  private static boolean ends(Move move) {
    return move instanceof Move.HandOver || move instanceof Move.Close;
  }

  private static Choice handOver(HandoverReason reason, String why) {
    return new Choice(new Move.HandOver(reason), 1.0, "fallback", List.of(why));
  }
}
