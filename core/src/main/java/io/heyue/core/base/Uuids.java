package io.heyue.core.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Makes identities from chance or from names that were handed in. */
final class Uuids {
  private Uuids() {}

  /** A random (version 4) UUID, RFC 9562 §5.4. */
  static UUID draw(Rng rng) {
    long high = (rng.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long low = (rng.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** The UUID of a name: the first bits of its SHA-256 (version 8), RFC 9562 §5.8. */
  static UUID named(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      ByteBuffer bits = ByteBuffer.wrap(hash);
      long high = (bits.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
      long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }
}
