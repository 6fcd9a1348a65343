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

/** The one {@link DueLetter}. */
record Unsealed(
    UUID id,
    PermitId permit,
    CaseId matter,
    Optional<ConversationId> conversation,
    Channel channel,
    ContactPointId point,
    Lang lang,
    String words,
    int attempts,
    Instant claimedAt,
    Instant expiresAt)
    implements DueLetter {
  /** Names the letter and hides what it says. */
  @Override
  public String toString() {
    return "DueLetter[" + id + ", " + channel + "]";
  }
}
