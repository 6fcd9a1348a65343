package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import java.time.Instant;
import java.util.Locale;

/**
 * One message of a conversation.
 *
 * @param seq its number in the conversation, from 1
 */
public record Said(ConversationId conversation, long seq, Side side, String text, Instant at) {
  /** Who said it. */
  public enum Side {
    US,
    PERSON;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Names the message and hides what it says. */
  @Override
  public String toString() {
    return "Said[" + conversation + " " + seq + " " + side + "]";
  }
}
