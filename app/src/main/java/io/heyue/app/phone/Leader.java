package io.heyue.app.phone;

import io.heyue.app.engine.Said;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.voice.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leads the conversation that is held over one call: takes what happened, and gives what is to be
 * said. The running system's are those of the desk; a rehearsal has its own. Used by one thread at
 * a time.
 */
public interface Leader {
  /**
   * Something happened.
   *
   * @return what was said because of it: their words, then ours
   */
  List<Said> receive(ChannelEvent event);

  /** Where the conversation stands; empty before it began. */
  Optional<Stand> stand();

  /**
   * Where a conversation stands.
   *
   * @param keys how many keys answer what was asked; 0 for as many as come up to a pause or a #
   */
  record Stand(DialogueState state, int keys) {}

  /**
   * Tells of whatever else is said in the conversation, such as that a payment came; on any thread.
   *
   * @return ends it
   */
  Runnable watch(Consumer<Said> listener);

  /** Of one of our messages only so much was heard. */
  void heard(long seq, int characters);

  /**
   * The conversation is over: somebody of the lender's takes the call, or not.
   *
   * @return whether somebody does; if not it is left
   */
  boolean handedOver(Talk talk);

  /** Names the conversation, for a log. */
  @Override
  String toString();
}
