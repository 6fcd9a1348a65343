package io.heyue.core.dialogue;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.understanding.Mood;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@link DialogueState} while a turn is being taken. Confined to that turn; not thread-safe. */
public final class StateDraft {
  private final DialogueState before;
  String step;
  Lang lang;
  boolean verified;
  int tries;
  Slots slots;
  Optional<Topic> topic;
  Optional<Terms> proposed;
  final Set<String> declined;
  final List<Terms> agreed;
  final Set<Mark> marks;
  int misunderstood;
  int silences;
  final Set<String> taken;
  List<ScoredIntent> deferred;
  final Set<String> asked;
  String lastMove;
  Optional<Disposition> ended;
  Optional<HandoverReason> handover;
  Mood mood;

  StateDraft(DialogueState state) {
    before = state;
    step = state.step();
    lang = state.lang();
    verified = state.verified();
    tries = state.tries();
    slots = state.slots();
    topic = state.topic();
    proposed = state.proposed();
    declined = new LinkedHashSet<>(state.declined());
    agreed = new ArrayList<>(state.agreed());
    marks = new LinkedHashSet<>(state.marks());
    misunderstood = state.misunderstood();
    silences = state.silences();
    taken = new LinkedHashSet<>(state.taken());
    deferred = state.deferred();
    asked = new LinkedHashSet<>(state.asked());
    lastMove = state.lastMove();
    ended = state.ended();
    handover = state.handover();
    mood = state.mood();
  }

  /** The move was made: what it does to the state besides being said. */
  public void made(Move move) {
    asked.add(move.id());
    Optional<Terms> onTheTable = proposed;
    switch (move) {
      case Move.Offer offer -> proposed = Optional.of(offer.terms());
      case Move.ReadBack readBack -> proposed = Optional.of(readBack.terms());
      case Move.Confirm confirm -> {
        boolean adds =
            confirm.terms() instanceof Terms.Callback || confirm.terms() instanceof Terms.Rest;
        agreed.removeIf(terms -> !adds || terms.getClass() == confirm.terms().getClass());
        agreed.add(confirm.terms());
        proposed = Optional.empty();
        Bounds.agreed(this);
      }
      case Move.HandOver handOver -> {
        handover = Optional.of(handOver.reason());
        ended = Optional.of(Outcome.handedOver(this, handOver.reason()));
      }
      case Move.Close close -> ended = Optional.of(close.disposition());
      case Move.Identify _,
          Move.Ask _,
          Move.Inform _,
          Move.Acknowledge _,
          Move.Repeat _,
          Move.Clarify _,
          Move.Wait _ -> {}
      case Move.Menu _ -> taken.add(DialogueState.KEYS + lastMove);
    }
    if (move.asks()) {
      ask(
          move instanceof Move.ReadBack ? "read_back" : move.id(),
          move.about().isEmpty() || move.about().equals(onTheTable));
    }
  }

  /** A question with other words or other terms is another one: no keys were offered for it. */
  private void ask(String move, boolean sameTerms) {
    if (!move.equals(lastMove) || !sameTerms) {
      taken.removeIf(name -> name.startsWith(DialogueState.KEYS));
    }
    lastMove = move;
  }

  /** From now on nothing but expected phrases is heard, or whatever is said. */
  void hearClosed(boolean closed) {
    if (closed) {
      taken.add(DialogueState.CLOSED);
    } else {
      taken.remove(DialogueState.CLOSED);
    }
  }

  /** The language changes to that in which the person writes. */
  public void speak(Lang language) {
    lang = language;
  }

  public void mark(Mark mark) {
    marks.add(mark);
  }

  /** The routing table sends the conversation there; the last team that it named is kept. */
  void sendTo(Team team) {
    if (team != Team.GO_ON) {
      taken.removeIf(name -> name.startsWith(DialogueState.SENT_TO));
      taken.add(DialogueState.SENT_TO + team.id());
    }
  }

  Channel channel() {
    return before.channel();
  }

  public boolean isVerified() {
    return verified;
  }

  public DialogueState build() {
    return new DialogueState(
        before.conversation(),
        before.flow(),
        step,
        lang,
        before.channel(),
        before.point(),
        before.turn() + 1,
        verified,
        tries,
        slots,
        topic,
        proposed,
        declined,
        agreed,
        marks,
        misunderstood,
        silences,
        taken,
        deferred,
        asked,
        lastMove,
        ended,
        handover,
        mood);
  }
}
