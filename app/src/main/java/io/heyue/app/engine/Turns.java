package io.heyue.app.engine;

import io.heyue.core.action.Action;
import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.Rewording;
import io.heyue.core.turn.Handover;
import io.heyue.core.turn.Kit;
import io.heyue.core.turn.Turn;
import io.heyue.core.turn.TurnLoop;
import io.heyue.core.understanding.Understanding;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.PendingConfirmations.Pending;
import io.heyue.store.conversations.Talk;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.ledger.Entry;
import io.heyue.store.outbox.OutgoingLetter;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes turns and stores what comes of them. */
final class Turns {
  private final Rooms rooms;
  private final TurnLoop loop;
  private final Kit kit;
  private final Ears ears;
  private final Aide aide;
  private final Statements statements;
  private final Meanings meanings;
  private final Chance chance;

  Turns(
      Rooms rooms,
      TurnLoop loop,
      Kit kit,
      Ears ears,
      Aide aide,
      Statements statements,
      Meanings meanings,
      Chance chance) {
    this.rooms = rooms;
    this.loop = loop;
    this.kit = kit;
    this.ears = ears;
    this.aide = aide;
    this.statements = statements;
    this.meanings = meanings;
    this.chance = chance;
  }

  /**
   * A turn that was thought through but not stored.
   *
   * @param first what the trained models understood by themselves
   * @param heard the same with what a chat model added, by which the turn was taken
   */
  record Thought(
      Talk talk,
      Folder folder,
      DialogueState before,
      ChannelEvent event,
      Understanding first,
      Understanding heard,
      Turn turn,
      Instant now) {}

  /** A conversation that begins now. */
  DialogueState begin(Talk talk) {
    return DialogueState.begin(talk.id(), flow(talk), talk.lang(), talk.channel(), talk.point());
  }

  private Flow flow(Talk talk) {
    Flow flow = kit.flows().get(talk.flow());
    if (flow == null) {
      throw new IllegalStateException(
          "Conversation "
              + talk.id()
              + " needs flow '"
              + talk.flow()
              + "'. Maybe it was removed from data/flows.");
    }
    return flow;
  }

  /** Where a conversation stands, or the beginning of it. */
  DialogueState state(Talk talk) {
    return talk.state().map(States::read).orElseGet(() -> begin(talk));
  }

  /** Understands and decides; touches nothing, and waits for nobody. */
  Thought think(Talk talk, Folder folder, ChannelEvent event, Instant now) {
    return think(talk, folder, event, now, false);
  }

  /** The same, and may wait for a chat model: call it where no connection is held. */
  Thought thinkAloud(Talk talk, Folder folder, ChannelEvent event, Instant now) {
    return think(talk, folder, event, now, true);
  }

  /** Whether there is no chat model that could be asked. */
  boolean alone() {
    return aide.absent();
  }

  /** Asks a chat model now what {@link #think} will want to know where it may not wait. */
  void ahead(Talk talk, Folder folder, ChannelEvent event, Instant now) {
    if (!talk.over() && aide.helps(folder.dossier())) {
      var _ = thinkAloud(talk, folder, event, now);
    }
  }

  /** Other words change nothing but the words, so that the turn is taken with the same chance. */
  private Thought think(Talk talk, Folder folder, ChannelEvent event, Instant now, boolean ask) {
    DialogueState state = state(talk);
    Dossier dossier = folder.dossier();
    Ears.Understood understood = ears.hear(event, state, dossier, flow(talk), now, ask);
    Understanding heard = understood.whole();
    long seed = chance.rng().seed();
    Turn turn = loop.advance(dossier, state, event, heard, now, Rng.seeded(seed));
    List<Rewording> words = aide.words(turn.rewordable(), dossier, ask);
    return new Thought(
        talk,
        folder,
        state,
        event,
        understood.first(),
        heard,
        words.isEmpty()
            ? turn
            : loop.advance(dossier, state, event, heard, words, now, Rng.seeded(seed)),
        now);
  }

  /**
   * Stores a turn: the conversation, what was said, what became of the case, what is to be sent and
   * the proof of it.
   *
   * @return the new messages
   * @throws LostRace if the conversation has moved on; nothing may be committed
   */
  List<Message> store(Sql sql, Thought thought) {
    Talk talk = thought.talk();
    Turn turn = thought.turn();
    DialogueState state = turn.state();
    Talk after =
        talk.after(
            States.write(state),
            state.lang(),
            state.verified(),
            state.ended(),
            listenAt(thought),
            thought.now());
    if (!rooms.conversations().update(sql, after)) {
      throw new LostRace("Conversation " + talk.id() + " has moved on.");
    }
    var _ = rooms.cases().append(sql, List.of(thought.folder().with(turn.events())));
    List<Message> said = rooms.conversations().say(sql, messages(thought));
    if (thought.event().spoken()) {
      meanings.note(sql, thought, said.getFirst());
    }
    List<Entry> entries = new ArrayList<>(List.of(entry(thought)));
    entries.addAll(act(sql, thought));
    settle(sql, thought);
    note(sql, thought);
    turn.handover().ifPresent(handover -> handOver(sql, thought, handover));
    rooms.ledger().append(sql, entries);
    return said;
  }

  private static Optional<Instant> listenAt(Thought thought) {
    return thought.turn().actions().stream()
        .filter(Action.Listen.class::isInstance)
        .map(action -> ((Action.Listen) action).patience())
        .map(thought.now()::plus)
        .findFirst();
  }

  private static List<Message> messages(Thought thought) {
    List<Message> messages = new ArrayList<>();
    if (thought.event().spoken()) {
      messages.add(message(thought, false, thought.event().words(), Optional.empty()));
    }
    for (Action action : thought.turn().actions()) {
      if (action instanceof Action.SendText send) {
        messages.add(message(thought, true, send.reply().words(), Optional.of(send.permit().id())));
      }
    }
    return messages;
  }

  private static Message message(
      Thought thought, boolean ours, String text, Optional<PermitId> permit) {
    return new Message(thought.talk().id(), 0, ours, text, thought.now(), permit);
  }

  /** Does what the turn asks for; gives what the ledger must hold of that. */
  private List<Entry> act(Sql sql, Thought thought) {
    List<Entry> entries = new ArrayList<>();
    for (Action action : thought.turn().actions()) {
      switch (action) {
        case Action.SendText send -> send(sql, thought, send);
        case Action.ConfirmInWriting _ ->
            rooms
                .confirmations()
                .add(
                    sql,
                    Pending.of(
                        PermitId.draw(chance.rng()).value(),
                        thought.talk().id(),
                        thought.talk().matter(),
                        thought.now(),
                        thought
                            .now()
                            .plus(thought.folder().dossier().mandate().waits().confirmation())));
        case Action.SendStatement _ ->
            entries.add(statements.link(sql, thought.talk(), thought.folder(), thought.now()));
        // What they ask for stands in the events and in the state.
        case Action.Transfer _, Action.Listen _, Action.HangUp _ -> {}
      }
    }
    return entries;
  }

  private void handOver(Sql sql, Thought thought, Handover handover) {
    Talk talk = thought.talk();
    rooms
        .handovers()
        .add(
            sql,
            HandoverRow.open(
                PermitId.draw(chance.rng()).value(),
                talk.id(),
                talk.matter(),
                talk.person(),
                handover.reason(),
                handover.team(),
                handover.summary(),
                thought.now()));
  }

  /**
   * On a page the message is read there, in a call it is spoken; everywhere else it must be carried
   * to the person.
   */
  private void send(Sql sql, Thought thought, Action.SendText send) {
    Talk talk = thought.talk();
    boolean there = talk.channel() == Channel.CHAT || talk.channel() == Channel.CALL;
    if (there || talk.point().isEmpty()) {
      return;
    }
    ContactPermit permit = send.permit();
    rooms.budget().note(sql, permit, talk.matter());
    rooms
        .outbox()
        .add(
            sql,
            List.of(
                new OutgoingLetter(
                    permit,
                    send.reply(),
                    talk.matter(),
                    Optional.of(talk.id()),
                    talk.point().orElseThrow())),
            thought.now());
  }

  /** The contact that led here reached the right party, or it turned out that it did not. */
  private void settle(Sql sql, Thought thought) {
    DialogueState state = thought.turn().state();
    boolean news = state.verified() != thought.talk().verified() || state.over();
    if (thought.talk().permit().isEmpty() || !news) {
      return;
    }
    PermitId permit = thought.talk().permit().get();
    if (state.verified()) {
      rooms.budget().settle(sql, permit, Optional.of(true), thought.now());
    } else if (state.marks().contains(Mark.WRONG_PERSON)
        || state.marks().contains(Mark.THIRD_PARTY)) {
      rooms.budget().settle(sql, permit, Optional.of(false), thought.now());
    }
  }

  /** Where we reached the wrong person, or somebody who wants no messages, we write no more. */
  private void note(Sql sql, Thought thought) {
    Optional<ContactPointId> point = thought.talk().point();
    DialogueState state = thought.turn().state();
    if (point.isEmpty()) {
      return;
    }
    boolean stranger = !state.verified() && state.marks().contains(Mark.THIRD_PARTY);
    boolean denied =
        thought.turn().events().stream()
            .anyMatch(event ->
                event instanceof CaseEvent.WrongPersonTold
                    || (stranger && event instanceof CaseEvent.StopRequested));
    if (denied) {
      rooms.points().deny(sql, point.get(), thought.now());
    } else if (state.verified() && !thought.talk().verified()) {
      rooms.points().confirm(sql, point.get());
    }
  }

  private static Entry entry(Thought thought) {
    Optional<PermitId> permit =
        thought.turn().actions().stream()
            .filter(Action.SendText.class::isInstance)
            .map(action -> ((Action.SendText) action).permit().id())
            .findFirst();
    return new Entry(
        Entry.Kind.TURN,
        thought.now(),
        thought.talk().id().value(),
        Optional.of(thought.talk().id()),
        Optional.of(thought.talk().matter()),
        permit,
        Canonical.text(thought.turn().record()));
  }
}
