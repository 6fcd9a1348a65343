package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Personal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way to one person, for a carrier.
 *
 * @param id ours, the same at every try
 * @param permit under which it is sent
 * @param to a phone number or mail address
 * @param expiresAt the permit's end; not to be handed over from then on
 */
public record Letter(
    UUID id,
    PermitId permit,
    Channel channel,
    Personal to,
    Lang lang,
    String words,
    Optional<ConversationId> conversation,
    Instant expiresAt) {
  /** Names the letter and hides what it says. */
  @Override
  public String toString() {
    return "Letter[" + id + ", " + channel + ", " + to.masked() + "]";
  }
}
