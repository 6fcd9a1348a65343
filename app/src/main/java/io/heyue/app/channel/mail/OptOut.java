package io.heyue.app.channel.mail;

import io.heyue.app.channel.gateway.Signature;
import io.heyue.core.base.PermitId;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads tokens by which the receiver of a mail, and nobody else, can say that they want
 * no more. A token names the permit under which the mail was sent. Thread-safe.
 */
public final class OptOut {
  private static final String PURPOSE = "opt-out";

  private final Signature signature;
  private final URI page;

  /**
   * Makes one.
   *
   * @param secret known to this installation only, at least 16 characters
   * @param page address to which a token is appended after a slash
   */
  public OptOut(String secret, URI page) {
    this.signature = new Signature(secret);
    this.page = page;
  }

  /** The address at which the receiver says that they want no more. */
  public URI link(PermitId permit) {
    return URI.create(page + "/" + token(permit));
  }

  public String token(PermitId permit) {
    String id = permit.value().toString().replace("-", "");
    return id + sign(permit);
  }

  /** The permit that {@code token} names, if we made it. */
  public Optional<PermitId> find(String token) {
    if (!token.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    PermitId permit =
        new PermitId(
            new UUID(
                Long.parseUnsignedLong(token.substring(0, 16), 16),
                Long.parseUnsignedLong(token.substring(16, 32), 16)));
    return java.security.MessageDigest.isEqual(bytes(token(permit)), bytes(token))
        ? Optional.of(permit)
        : Optional.empty();
  }

  private String sign(PermitId permit) {
    return signature.of(PURPOSE, bytes(permit.toString())).substring(0, 32);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
