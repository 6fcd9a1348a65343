package io.heyue.store.outbox;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Letters as the outbox would give them out. */
public final class DueLetters {
  private DueLetters() {}

  public static DueLetter of(
      Channel channel, ContactPointId point, String words, Instant claimedAt, Instant expiresAt) {
    return new Unsealed(
        UUID.randomUUID(),
        new PermitId(UUID.randomUUID()),
        new CaseId(UUID.randomUUID()),
        Optional.empty(),
        channel,
        point,
        Lang.ZH,
        words,
        1,
        claimedAt,
        expiresAt);
  }
}
