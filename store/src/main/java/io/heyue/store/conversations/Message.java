package io.heyue.store.conversations;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said.
 *
 * @param seq its number in the conversation, from 1
 * @param ours whether we said it
 * @param by which way it went, where that is not the conversation's own
 */
public record Message(
    ConversationId conversation,
    long seq,
    boolean ours,
    String text,
    Instant at,
    Optional<PermitId> permit,
    Optional<Channel> by) {
  /** One that went the way of its conversation. */
  public Message(
      ConversationId conversation,
      long seq,
      boolean ours,
      String text,
      Instant at,
      Optional<PermitId> permit) {
    this(conversation, seq, ours, text, at, permit, Optional.empty());
  }

  /** Names the message and hides what it says. */
  @Override
  public String toString() {
    return "Message[" + conversation + " " + seq + "]";
  }
}
