package io.heyue.core.base;

import java.util.UUID;

/** The identity of: A conversation. */
public record ConversationId(UUID value) {
  public static ConversationId parse(String text) {
    return new ConversationId(UUID.fromString(text));
  }

  /** A new identity drawn from {@code rng}. */
  public static ConversationId draw(Rng rng) {
    return new ConversationId(Uuids.draw(rng));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
