package io.heyue.store.conversations;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said.
 *
 * @param seq its number in the conversation, from 1
 * @param ours whether we said it
 */
public record Message(
    ConversationId conversation,
    long seq,
    boolean ours,
    String text,
    Instant at,
    Optional<PermitId> permit) {
  /** Names the message and hides what it says. */
  @Override
  public String toString() {
    return "Message[" + conversation + " " + seq + "]";
  }
}
