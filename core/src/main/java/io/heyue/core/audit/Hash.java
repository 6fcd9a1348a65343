package io.heyue.core.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
 *
 * @param hex lower case
 */
public record Hash(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /** What the first link of a chain follows. */
  public static final Hash ZERO = new Hash("0".repeat(64));

  public Hash {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "Hash of " + hex.length() + " characters; a SHA-256 has 64 hexadecimal digits.");
    }
  }

  /** The hash of {@code parts}, one after the other. */
  public static Hash of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "Every Java platform must offer SHA-256; this one doesn't.", e);
    }
  }

  /** The hash that {@code hex} is; empty where it is none. */
  public static Optional<Hash> find(String hex) {
    return SHAPE.matcher(hex).matches() ? Optional.of(new Hash(hex)) : Optional.empty();
  }

  /**
   * The hash of 32 bytes that are one already.
   *
   * @throws IllegalArgumentException if they are more or fewer
   */
  public static Hash of32(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(bytes));
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The first eight digits, for people. */
  public String brief() {
    return hex.substring(0, 8);
  }
}
