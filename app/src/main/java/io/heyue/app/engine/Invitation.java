package io.heyue.app.engine;

import io.heyue.core.compliance.ApprovedReply;
import io.heyue.store.conversations.Links;
import io.heyue.store.conversations.Talk;
import io.heyue.store.records.ContactPoint;
import java.util.Optional;

/**
 * A message that leads a person to a conversation.
 *
 * @param talk the conversation, which has not begun
 * @param link to it; empty where it is held by the way of the message itself
 * @param point where the message is sent to
 * @param phrase id of the wording
 * @param reply the words
 */
record Invitation(
    Talk talk, Optional<Links.Link> link, ContactPoint point, String phrase, ApprovedReply reply) {
  @Override
  public String toString() {
    return "Invitation[" + talk.id() + "]";
  }
}
