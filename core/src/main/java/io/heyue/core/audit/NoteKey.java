package io.heyue.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key of Ed25519 (RFC 8032), with which a {@link SignedNote} is verified.
 *
 * @param hex its 32 bytes
 */
public record NoteKey(String hex) {
  private static final String ALGORITHM = "Ed25519";
  private static final int LENGTH = 32;

  /** What stands before the 32 bytes in the form of X.509 (RFC 8410 §4). */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte KIND = 1;

  public NoteKey {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A key of Ed25519 has 32 bytes, not these: " + hex);
    }
  }

  /** A key of the JDK. */
  public static NoteKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new NoteKey(HexFormat.of().formatHex(encoded, encoded.length - LENGTH, encoded.length));
  }

  /** The key in a PEM file; empty where there is none of this kind. */
  public static Optional<NoteKey> findPem(String pem) {
    String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
    try {
      byte[] encoded = Base64.getDecoder().decode(body);
      return encoded.length == PREFIX.length + LENGTH
              && Arrays.equals(PREFIX, Arrays.copyOf(encoded, PREFIX.length))
          ? Optional.of(new NoteKey(HexFormat.of().formatHex(encoded).substring(24)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The form that openssl and others read. */
  public String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(encoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** By which notes name the key: the first four bytes of a hash over the signer's name and it. */
  public String id(String name) {
    return Hash.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {KIND}, bytes())
        .hex()
        .substring(0, 8);
  }

  /** The first sixteen digits of its SHA-256, by which people compare keys. */
  public String fingerprint() {
    return Hash.of(bytes()).hex().substring(0, 16);
  }

  /** Whether {@code signature} is this key's under {@code text}. */
  public boolean signed(byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded())));
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK has the algorithm; so it is the key or the signature that is none.
      return false;
    }
  }

  private byte[] encoded() {
    byte[] whole = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
    System.arraycopy(bytes(), 0, whole, PREFIX.length, LENGTH);
    return whole;
  }

  private byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
