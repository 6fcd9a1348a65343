package io.heyue.store.conversations;

import io.heyue.core.base.ConversationId;
import io.heyue.store.postgres.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Personal links and the sessions that they open. Only SHA-256 digests of their secrets are kept.
 * Stateless; every call works in the transaction that it is given.
 */
public final class Links {
  /** A link to be kept. {@code token} is the secret in it; it must hold 128 bits or more. */
  public record Link(String token, ConversationId conversation, Instant expiresAt) {
    @Override
    public String toString() {
      return "Link[" + conversation + "]";
    }
  }

  /** What a link that is there leads to. */
  public record Found(ConversationId conversation, boolean opened, boolean expired) {}

  public void add(Sql sql, List<Link> links, Instant now) {
    var _ =
        sql.batch(
            """
            insert into link (token_digest, conversation_id, created_at, expires_at)
            values (?, ?, ?, ?)
            """,
            links.stream()
                .map(link ->
                    new Object[] {
                      digest(link.token()), link.conversation().value(), now, link.expiresAt()
                    })
                .toList());
  }

  /** Looks a link up, and locks it until the transaction ends. */
  public Optional<Found> find(Sql sql, String token, Instant now) {
    return sql.find(
        "select conversation_id, opened_at, expires_at from link where token_digest = ? for update",
        row ->
            new Found(
                new ConversationId(row.uuid("conversation_id")),
                row.findInstant("opened_at").isPresent(),
                !now.isBefore(row.instant("expires_at"))),
        digest(token));
  }

  /** Uses a link up and begins a session in its place. */
  public void open(Sql sql, String token, String secret, Instant now, Instant until) {
    var _ = sql.update("update link set opened_at = ? where token_digest = ?", now, digest(token));
    var _ =
        sql.update(
            """
            insert into session (secret_digest, conversation_id, expires_at, link_digest)
            select ?, conversation_id, ?, token_digest from link where token_digest = ?
            """,
            digest(secret),
            until,
            digest(token));
  }

  /**
   * Takes back the session that a link opened, if no browser ever showed it: the answer that held
   * its secret was lost on the way.
   *
   * @return whether there was one, so that the link may be opened again
   */
  public boolean takeBack(Sql sql, String token) {
    return sql.update(
            "delete from session where link_digest = ? and seen_at is null", digest(token))
        > 0;
  }

  /** The conversation of a session that has not expired. From now on it can't be taken back. */
  public Optional<ConversationId> session(Sql sql, String secret, Instant now) {
    var _ =
        sql.update(
            "update session set seen_at = ? where secret_digest = ? and seen_at is null",
            now,
            digest(secret));
    return sql.find(
        "select conversation_id from session where secret_digest = ? and expires_at > ?",
        row -> new ConversationId(row.uuid("conversation_id")),
        digest(secret),
        now);
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "Every Java platform must offer SHA-256; this one doesn't.", e);
    }
  }
}
