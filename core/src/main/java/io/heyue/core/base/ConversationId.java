package io.heyue.core.base;

import java.util.Locale;
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

  /** Eight digits by which a person can check on the lender's site that a contact is genuine. */
  public String code() {
    long bits = value.getLeastSignificantBits() ^ value.getMostSignificantBits();
    return String.format(Locale.ROOT, "%08d", Math.floorMod(bits, 100_000_000L));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
