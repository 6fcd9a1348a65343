package io.heyue.app.engine;

import io.heyue.core.law.RuleId;
import io.heyue.store.conversations.Links;
import io.heyue.store.conversations.Talk;
import io.heyue.store.records.ContactPoint;
import java.util.List;

/**
 * A message that leads a person to a conversation.
 *
 * @param talk the conversation, which has not begun
 * @param link to it
 * @param point where the message is sent to
 * @param words approved by the guard
 * @param rules that were asked about the words
 */
record Invitation(
    Talk talk,
    Links.Link link,
    ContactPoint point,
    String phrase,
    String words,
    List<RuleId> rules) {
  Invitation {
    rules = List.copyOf(rules);
  }

  @Override
  public String toString() {
    return "Invitation[" + talk.id() + "]";
  }
}
