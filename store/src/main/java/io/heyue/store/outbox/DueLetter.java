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
 * A letter that was read back from the outbox to be sent now. Only the outbox makes one, and only
 * of a row that still is what an {@link OutgoingLetter} made it: words, permit, addressee and end
 * are sealed together.
 */
public sealed interface DueLetter permits Unsealed {
  UUID id();

  PermitId permit();

  CaseId matter();

  Optional<ConversationId> conversation();

  Channel channel();

  ContactPointId point();

  Lang lang();

  String words();

  /** How often it was taken up, this time included. */
  int attempts();

  /** When it was taken up this time. */
  Instant claimedAt();

  /** The permit's end. */
  Instant expiresAt();

  /** The letter without its words. */
  default Given given() {
    return new Given(id(), permit(), matter(), conversation(), channel());
  }
}
