package io.heyue.app.phone;

import io.heyue.app.engine.Colleagues;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.voice.talk.Talk;

/** Gives calls whose conversation is over to colleagues. */
record HandOver(Colleagues colleagues, Bridge bridge) {
  /**
   * Whether a colleague takes the call. Where one should and nobody is free, the person was told
   * that somebody gets in touch, and the hand-over waits for a colleague.
   */
  boolean taken(ConversationId conversation, Talk talk, Lang lang) {
    return colleagues
        .find(conversation)
        .map(row -> bridge.toPerson(talk, row.summary().getOrDefault(lang, "")))
        .orElse(false);
  }
}
