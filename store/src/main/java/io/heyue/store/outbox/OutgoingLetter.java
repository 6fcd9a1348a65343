package io.heyue.store.outbox;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.ContactPermit;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to be sent, once. Nobody can make one of words of their own: it takes a permit and a
 * reply, and only the guard makes those.
 */
public record OutgoingLetter(
    ContactPermit permit,
    ApprovedReply reply,
    CaseId matter,
    Optional<ConversationId> conversation,
    ContactPointId point) {

  /** Its own id, of which there is one for each permit. */
  UUID id() {
    return new UUID(
        permit.id().value().getMostSignificantBits() ^ 0x5A5A5A5A00000000L,
        permit.id().value().getLeastSignificantBits());
  }

  /** Names the letter and hides what it says. */
  @Override
  public String toString() {
    return "OutgoingLetter[" + id() + ", " + permit.channel() + "]";
  }
}
