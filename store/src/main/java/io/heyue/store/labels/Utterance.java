package io.heyue.store.labels;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.MaskedText;
import java.time.Instant;

/**
 * Something that a person said to us, masked.
 *
 * @param seq its number in the conversation
 * @param asked the id of our move before it; empty where there was none
 */
public record Utterance(
    ConversationId conversation, long seq, Instant at, Lang lang, MaskedText words, String asked) {

  /** Names it and hides what was said. */
  @Override
  public String toString() {
    return "Utterance[" + conversation + " " + seq + "]";
  }
}
