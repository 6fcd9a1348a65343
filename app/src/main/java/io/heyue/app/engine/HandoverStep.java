package io.heyue.app.engine;

import io.heyue.store.conversations.Message;
import java.util.List;

/** What a step of a colleague's came to, and what was said in it. */
record HandoverStep(Colleagues.Answer answer, List<Message> said) {
  static HandoverStep of(Colleagues.Answer answer) {
    return new HandoverStep(answer, List.of());
  }
}
