package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A user and a password of a trunk, and the proof that we have them (RFC 7616; SHA-256 in SIP by
 * RFC 8760). Immutable and thread-safe.
 */
public final class Credentials {
  private final String user;
  private final String password;

  public Credentials(String user, String password) {
    this.user = Check.filled("user", user);
    this.password = password;
  }

  /**
   * The header that answers a challenge.
   *
   * @param method of the request, as INVITE
   * @param uri of the request, as it is sent
   * @param count how often this nonce was answered, this time included; from 1
   * @param once a number of our own for this once
   */
  public String answer(Challenge challenge, String method, String uri, int count, String once) {
    Check.that(count > 0, "count", count, "1 or more");
    DigestHash hash = challenge.hash();
    String counted = String.format(Locale.ROOT, "%08x", count);
    String who = digest(hash, user + ":" + challenge.realm() + ":" + password);
    String what = digest(hash, method + ":" + uri);
    String between =
        challenge.auth()
            ? challenge.nonce() + ":" + counted + ":" + once + ":auth"
            : challenge.nonce();
    StringBuilder header = new StringBuilder("Digest ");
    quoted(header, "username", user).append(", ");
    quoted(header, "realm", challenge.realm()).append(", ");
    quoted(header, "nonce", challenge.nonce()).append(", ");
    quoted(header, "uri", uri).append(", ");
    quoted(header, "response", digest(hash, who + ":" + between + ":" + what));
    header.append(", algorithm=").append(hash.written());
    if (challenge.auth()) {
      header.append(", qop=auth, nc=").append(counted).append(", ");
      quoted(header, "cnonce", once);
    }
    if (!challenge.opaque().isEmpty()) {
      quoted(header.append(", "), "opaque", challenge.opaque());
    }
    return header.toString();
  }

  private static StringBuilder quoted(StringBuilder header, String name, String value) {
    String safe = value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\r\n]", "");
    return header.append(name).append("=\"").append(safe).append('"');
  }

  private static String digest(DigestHash hash, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(hash.algorithm());
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no " + hash.algorithm() + ".", e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
