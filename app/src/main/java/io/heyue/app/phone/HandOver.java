package io.heyue.app.phone;

import io.heyue.app.engine.Colleagues;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.voice.talk.Talk;

/** Ends calls whose conversation is over: by leaving, or by giving them to a colleague. */
record HandOver(Colleagues colleagues, Bridge bridge) {
  /**
   * Leaves a call once all was said, unless a colleague takes it. Where one should and nobody is
   * free, the person was told that somebody gets in touch, and the hand-over waits for a colleague.
   */
  void leave(ConversationId conversation, Talk talk, Lang lang) {
    boolean taken =
        colleagues
            .find(conversation)
            .map(row -> bridge.toPerson(talk, row.summary().getOrDefault(lang, "")))
            .orElse(false);
    if (!taken) {
      talk.leave();
    }
  }
}
