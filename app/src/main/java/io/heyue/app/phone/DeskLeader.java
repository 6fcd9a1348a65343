package io.heyue.app.phone;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Said;
import io.heyue.app.engine.Watch;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.voice.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation of the running system. */
record DeskLeader(ConversationId conversation, Lang lang, Desk desk, HandOver handOver)
    implements Leader {
  @Override
  public List<Said> receive(ChannelEvent event) {
    return desk.receive(conversation, event);
  }

  @Override
  public Optional<Stand> stand() {
    return desk.state(conversation).map(state -> new Stand(state, desk.keys(conversation)));
  }

  @Override
  public Runnable watch(Consumer<Said> listener) {
    Watch watch = desk.watch(conversation, listener);
    return watch::close;
  }

  @Override
  public void heard(long seq, int characters) {
    desk.heard(conversation, seq, characters);
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

  @Override
  public String toString() {
    return conversation.toString();
  }
}
