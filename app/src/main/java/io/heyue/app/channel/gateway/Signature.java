package io.heyue.app.channel.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a request came from who knows the secret: HMAC-SHA256 (RFC 2104) over the time and the
 * body, {@code time + "." + body}, in hexadecimal digits. Thread-safe.
 */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final SecretKeySpec key;

  public Signature(String secret) {
    if (secret.length() < 16) {
      throw new IllegalArgumentException(
          "A signing secret of " + secret.length() + " characters is too short; 16 are needed.");
    }
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The signature of {@code body} at {@code time}, seconds since 1970. */
  public String of(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(time.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) '.');
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform must offer " + ALGORITHM + ".", e);
    }
  }

  /** Whether {@code signature} is right and not older than five minutes. */
  public boolean holds(String time, byte[] body, String signature, Instant now) {
    if (!time.matches("\\d{1,12}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return age.compareTo(OLDEST) <= 0
        && MessageDigest.isEqual(
            of(time, body).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8));
  }
}
