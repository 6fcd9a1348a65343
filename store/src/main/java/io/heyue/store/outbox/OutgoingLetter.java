package io.heyue.store.outbox;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to be sent, once, under a permit.
 *
 * @param attempts how often it was handed over, this time included
 * @param expiresAt the permit's end
 */
public record OutgoingLetter(
    UUID id,
    PermitId permit,
    CaseId matter,
    Optional<ConversationId> conversation,
    Channel channel,
    ContactPointId point,
    Lang lang,
    String words,
    int attempts,
    Instant expiresAt) {
  /** Names the letter and hides what it says. */
  @Override
  public String toString() {
    return "OutgoingLetter[" + id + ", " + channel + "]";
  }
}
