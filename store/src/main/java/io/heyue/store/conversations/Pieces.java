package io.heyue.store.conversations;

import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.Piece;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import io.heyue.store.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parts of messages whose other parts have not come yet. They outlive us, since their carrier was
 * told that they are taken, and any process may get the last one. Thread-safe.
 */
public final class Pieces {
  private static final Field BODY = Field.of("message_piece", "body");

  /** For sealing anew after a rotation of keys. */
  public static final SealedColumn SEALED = SealedColumn.of(BODY);

  private static final Field SENDER = Field.of("message_piece", "sender_index");

  /** A telephone sends all parts of a message at once; what is older belongs to another. */
  private static final Duration TOGETHER = Duration.ofHours(1);

  private final Vault vault;

  public Pieces(Vault vault) {
    this.vault = vault;
  }

  private record Kept(int total, int number, String octets) {}

  /** Takes one in; gives the bytes of the whole message once all of its parts are there. */
  public Optional<byte[]> add(Sql sql, PhoneNumber from, Piece piece, Instant now) {
    byte[] sender = vault.index(from, SENDER);
    // Two parts may come to two processes at once, and each must see the other's.
    sql.each(
        "select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), ?)) as locked",
        _ -> {},
        sender,
        (long) piece.reference());
    var _ = sql.update("delete from message_piece where received_at < ?", now.minus(TOGETHER));
    List<Kept> kept = kept(sql, sender, piece.reference());
    if (kept.stream().anyMatch(other -> ofAnother(other, piece))) {
      forget(sql, sender, piece.reference());
    }
    store(sql, sender, piece, now);
    List<Kept> all = kept(sql, sender, piece.reference());
    if (all.size() < piece.total()) {
      return Optional.empty();
    }
    forget(sql, sender, piece.reference());
    return Optional.of(Piece.bytes(all.stream().map(Kept::octets).collect(Collectors.joining())));
  }

  /** Whether a part that was kept is of an earlier message with the same reference. */
  private static boolean ofAnother(Kept kept, Piece piece) {
    return kept.total() != piece.total()
        || (kept.number() == piece.number() && !kept.octets().equals(piece.octets()));
  }

  private List<Kept> kept(Sql sql, byte[] sender, int reference) {
    return sql.list(
        """
        select total, number, body from message_piece where sender_index = ? and reference = ?
        order by number
        """,
        row ->
            new Kept(
                (int) row.number("total"),
                (int) row.number("number"),
                vault.open(row.bytes("body"), BODY)),
        sender,
        reference);
  }

  private void store(Sql sql, byte[] sender, Piece piece, Instant now) {
    var _ =
        sql.update(
            """
            insert into message_piece (sender_index, reference, number, total, body, received_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            sender,
            piece.reference(),
            piece.number(),
            piece.total(),
            vault.sealText(piece.octets(), BODY),
            now);
  }

  private static void forget(Sql sql, byte[] sender, int reference) {
    var _ =
        sql.update(
            "delete from message_piece where sender_index = ? and reference = ?",
            sender,
            reference);
  }
}
