package io.heyue.core.base;

import java.util.UUID;

/** Makes identities from chance that was handed in. */
final class Uuids {
  private Uuids() {}

  /** A random (version 4) UUID, RFC 9562 §5.4. */
  static UUID draw(Rng rng) {
    long high = (rng.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long low = (rng.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
