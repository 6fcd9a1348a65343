package io.heyue.app.phone;

import io.heyue.app.engine.CallNotes;
import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Recorded;
import io.heyue.app.engine.Said;
import io.heyue.app.engine.Watch;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation of the running system. */
record DeskLeader(
    ConversationId conversation, Lang lang, Desk desk, CallNotes notes, HandOver handOver)
    implements Leader {
  @Override
  public List<Said> receive(ChannelEvent event) {
    return desk.receive(conversation, event);
  }

  @Override
  public Optional<Stand> stand() {
    return desk.state(conversation)
        .map(state -> new Stand(state, notes.keys(conversation), notes.cued(conversation)));
  }

  @Override
  public Runnable watch(Consumer<Said> listener) {
    Watch watch = desk.watch(conversation, listener);
    return watch::close;
  }

  @Override
  public void heard(long seq, int characters) {
    notes.heard(conversation, seq, characters);
  }

  @Override
  public After after() {
    return handOver.after(conversation);
  }

  @Override
  public boolean handOver(Talk talk, Runnable nobody) {
    return handOver.begins(conversation, talk, lang, nobody);
  }

  @Override
  public List<Said> tell(Parting parting) {
    return handOver.tell(conversation, parting);
  }

  /** That of the conversation, so that it can be found after a crash: a call is held but once. */
  @Override
  public Optional<RecordingId> recording() {
    return Optional.of(new RecordingId(conversation.value()));
  }

  @Override
  public void recorded(RecordingSummary recording) {
    notes.recorded(
        conversation,
        new Recorded(
            recording.id().value(),
            recording.sha256(),
            recording.samples(),
            recording.lost(),
            recording.complete()));
  }

  @Override
  public String toString() {
    return conversation.toString();
  }
}
