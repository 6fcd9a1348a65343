package io.heyue.app.web;

import io.heyue.store.postgres.Transactor;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Remembers what was answered to requests with an Idempotency-Key [1], so that a repeated one is
 * answered the same and done once. Answers are kept for a day, sealed. Thread-safe, over all
 * processes on the database.
 *
 * <p>[1] draft-ietf-httpapi-idempotency-key-header-07
 */
public final class Repeats {
  /** More characters a key may not have. */
  public static final int LONGEST_KEY = 200;

  private static final Field BODY = Field.of("idempotency", "body");

  /** Answers, for sealing anew after a rotation of keys. */
  public static final SealedColumn SEALED = SealedColumn.of(BODY);

  /** A request may hold a password, whose bare digest could be guessed from. */
  private static final Field REQUEST = Field.of("idempotency", "request");

  private static final Duration KEPT = Duration.ofDays(1);

  /** A first request that never ended was killed; its key may be used again. */
  private static final Duration LONGEST_WORK = Duration.ofMinutes(15);

  private final Transactor transactor;
  private final Vault vault;
  private final InstantSource clock;

  public Repeats(Transactor transactor, Vault vault, InstantSource clock) {
    this.transactor = transactor;
    this.vault = vault;
    this.clock = clock;
  }

  /** What to do with a request. */
  public sealed interface Finding {
    /** It is the first; do it, then {@link #done} or {@link #undone}. */
    record First() implements Finding {}

    /** It was answered so. */
    record Answered(int status, String mediaType, String body) implements Finding {}

    /** The first is still being worked on. */
    record AtWork() implements Finding {}

    /** The key was used for another request. */
    record Other() implements Finding {}
  }

  /** Takes the key, or says why it is taken. {@code digest} is one of all that it asks. */
  public Finding begin(String principal, String key, byte[] digest) {
    byte[] request = vault.indexText(HexFormat.of().formatHex(digest), REQUEST);
    Instant now = clock.instant();
    return transactor.get(sql -> {
      sql.update(
          """
          delete from idempotency
          where created_at < ? or (status is null and created_at < ?)
          """,
          now.minus(KEPT),
          now.minus(LONGEST_WORK));
      long taken =
          sql.update(
              """
              insert into idempotency (principal, key, request, created_at)
              values (?, ?, ?, ?) on conflict do nothing
              """,
              principal,
              key,
              request,
              now);
      if (taken == 1) {
        return new Finding.First();
      }
      return sql.get(
          "select * from idempotency where principal = ? and key = ?",
          row -> {
            if (!MessageDigest.isEqual(row.bytes("request"), request)) {
              return new Finding.Other();
            }
            Optional<Long> status = row.findNumber("status");
            return status.isEmpty()
                ? new Finding.AtWork()
                : new Finding.Answered(
                    status.get().intValue(),
                    row.text("media_type"),
                    vault.open(row.bytes("body"), BODY));
          },
          principal,
          key);
    });
  }

  public void done(String principal, String key, Finding.Answered answer) {
    transactor.run(sql ->
        sql.update(
            """
            update idempotency set status = ?, media_type = ?, body = ?
            where principal = ? and key = ?
            """,
            answer.status(),
            answer.mediaType(),
            vault.sealText(answer.body(), BODY),
            principal,
            key));
  }

  /** Gives the key free: nothing was done. */
  public void undone(String principal, String key) {
    transactor.run(sql ->
        sql.update("delete from idempotency where principal = ? and key = ?", principal, key));
  }

  /** The digest of everything that {@code in} holds. */
  public static byte[] digest(InputStream in) throws IOException {
    try {
      DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digested.transferTo(OutputStream.nullOutputStream());
      return digested.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }

  /** The digest of what a request asks. */
  public static byte[] digest(String method, String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }
}
