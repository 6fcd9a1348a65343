package io.heyue.sim.phone;

import io.heyue.app.engine.Said;
import io.heyue.app.phone.Leader;
import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Keypad;
import io.heyue.sim.play.Parley;
import io.heyue.sim.play.Step;
import io.heyue.voice.talk.Talk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation in memory, led over a call: the same kernel, no database. */
public final class ParleyLeader implements Leader {
  private final Parley parley;
  private final Consumer<Step> told;
  private long seq;
  private boolean begun;

  /**
   * @param told of each turn, on the thread that took it
   */
  public ParleyLeader(Parley parley, Consumer<Step> told) {
    this.parley = parley;
    this.told = told;
  }

  @Override
  public List<Said> receive(ChannelEvent event) {
    if (parley.over() || (!begun && !(event instanceof ChannelEvent.Answered))) {
      return List.of();
    }
    begun = true;
    Step step =
        switch (event) {
          case ChannelEvent.Answered answered -> parley.begin(answered);
          case ChannelEvent.SilencePassed _ -> parley.silence();
          case ChannelEvent.HungUp _ -> parley.leave();
          default -> parley.tell(event);
        };
    told.accept(step);
    List<Said> said = new ArrayList<>();
    if (event.spoken()) {
      said.add(message(Said.Side.PERSON, event.words(), step));
    }
    if (!step.said().isEmpty()) {
      said.add(message(Said.Side.US, step.said(), step));
    }
    return said;
  }

  private Said message(Said.Side side, String words, Step step) {
    Instant at = step.at().toInstant();
    ConversationId conversation = parley.state().conversation();
    return new Said(conversation, ++seq, side, words, at);
  }

  @Override
  public Optional<Stand> stand() {
    return begun
        ? Optional.of(new Stand(parley.state(), Keypad.keys(parley.state(), parley.dossier())))
        : Optional.empty();
  }

  @Override
  public Runnable watch(Consumer<Said> listener) {
    return () -> {};
  }

  @Override
  public void heard(long number, int characters) {
    // Nothing is kept of a rehearsal.
  }

  @Override
  public After after() {
    return After.LEAVE;
  }

  @Override
  public boolean handOver(Talk talk, Runnable nobody) {
    return false;
  }

  @Override
  public List<Said> tell(Parting parting) {
    return List.of();
  }

  @Override
  public String toString() {
    return parley.state().conversation().toString();
  }
}
