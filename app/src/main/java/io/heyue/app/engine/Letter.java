package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Personal;
import io.heyue.store.outbox.DueLetter;
import io.heyue.store.records.ContactPoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way to one person, for a carrier. It can only be made of a letter that was read
 * back from the outbox, and only for the address for which that was written.
 */
public final class Letter {
  private final DueLetter due;
  private final Personal to;

  Letter(DueLetter due, ContactPoint point) {
    if (!due.point().equals(point.id())) {
      throw new IllegalArgumentException(
          "Letter " + due.id() + " is for point " + due.point() + ", not for " + point.id() + ".");
    }
    this.due = due;
    this.to = point.value();
  }

  /** Ours, the same at every try. */
  public UUID id() {
    return due.id();
  }

  /** Under which it is sent. */
  public PermitId permit() {
    return due.permit();
  }

  public Channel channel() {
    return due.channel();
  }

  /** A phone number or mail address. */
  public Personal to() {
    return to;
  }

  public Lang lang() {
    return due.lang();
  }

  public String words() {
    return due.words();
  }

  public Optional<ConversationId> conversation() {
    return due.conversation();
  }

  /**
   * The permit's end. The engine hands over nothing from then on; a carrier that keeps messages for
   * a while must be told it, so that it delivers nothing later.
   */
  public Instant expiresAt() {
    return due.expiresAt();
  }

  /** Names the letter and hides what it says. */
  @Override
  public String toString() {
    return "Letter[" + id() + ", " + channel() + ", " + to.masked() + "]";
  }
}
