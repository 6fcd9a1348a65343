package io.heyue.voice.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4). */
final class Hash {
  static final int LENGTH = 32;

  private Hash() {}

  static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }

  static byte[] of(byte[]... parts) {
    MessageDigest digest = begun();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
