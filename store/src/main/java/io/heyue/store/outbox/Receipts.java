package io.heyue.store.outbox;

import io.heyue.core.base.Channel;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What carriers tell of messages that they took. Stateless.
 *
 * <p>A receipt may come before we know the reference that it names, because the carrier was quicker
 * than our commit. Such a one is kept, and found when the reference is stored. Carriers use their
 * references anew after a while, so that a receipt is of the newest message only, and of none that
 * is old.
 */
public final class Receipts {
  /** A receipt that comes later than this is of another message. */
  private static final Duration LATEST = Duration.ofDays(3);

  /** The clocks of two of our machines may differ by so much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /**
   * What a carrier said of a message.
   *
   * @param reason why it was not delivered; empty where that isn't known
   */
  public record Told(boolean delivered, String reason) {}

  /** Notes a receipt; gives the letter that it is of, if that is known and had none yet. */
  public Optional<Given> note(Sql sql, Channel channel, String reference, Told told, Instant now) {
    lock(sql, channel, reference);
    Optional<String> state =
        sql
            .list(
                """
                select state from letter where channel = ? and reference = ? and finished_at > ?
                order by finished_at desc limit 1
                """,
                row -> row.text("state"),
                channel,
                reference,
                now.minus(LATEST))
            .stream()
            .findFirst();
    if (state.isEmpty()) {
      keep(sql, channel, reference, told, now);
      return Optional.empty();
    }
    return conclude(sql, channel, reference, told, now);
  }

  private static void keep(Sql sql, Channel channel, String reference, Told told, Instant now) {
    var _ =
        sql.update(
            """
            insert into early_receipt (channel, reference, delivered, reason, received_at)
            values (?, ?, ?, ?, ?)
            """,
            channel,
            reference,
            told.delivered(),
            told.reason(),
            now);
  }

  /** Nothing is changed where an earlier receipt told the end already. */
  private static Optional<Given> conclude(
      Sql sql, Channel channel, String reference, Told told, Instant now) {
    return sql
        .list(
            """
            update letter set state = ?, finished_at = ?, reason = coalesce(nullif(?, ''), reason)
            where id = (select id from letter where channel = ? and reference = ?
              order by finished_at desc limit 1) and state in ('sent', 'unknown')
            returning %s
            """
                .formatted(Given.COLUMNS),
            Given::of,
            told.delivered() ? "delivered" : "failed",
            now,
            told.reason(),
            channel,
            reference)
        .stream()
        .findFirst();
  }

  /**
   * Looks for a receipt that was quicker than we were. Call it in the transaction that stores the
   * reference, before it does.
   *
   * @return what was told of the message, if anything was already; that it was delivered before
   *     that it wasn't
   */
  public Optional<Told> early(Sql sql, DueLetter letter, String reference) {
    lock(sql, letter.channel(), reference);
    List<Told> found =
        sql.list(
            """
            delete from early_receipt where channel = ? and reference = ? and received_at >= ?
            returning delivered, reason
            """,
            row -> new Told(row.truth("delivered"), row.text("reason")),
            letter.channel(),
            reference,
            letter.claimedAt().minus(SKEW));
    return found.stream().filter(Told::delivered).findFirst().or(() -> found.stream().findFirst());
  }

  /** Concludes a letter whose receipt was early. */
  public void apply(Sql sql, DueLetter letter, Told told, Instant now) {
    var _ =
        sql.update(
            """
            update letter set state = ?, finished_at = ?, reason = coalesce(nullif(?, ''), reason)
            where id = ? and state = 'sent'
            """,
            told.delivered() ? "delivered" : "failed",
            now,
            told.reason(),
            letter.id());
  }

  /** Forgets receipts that no message of ours will ever be found for. */
  public long forget(Sql sql, Instant now) {
    return sql.update("delete from early_receipt where received_at < ?", now.minus(LATEST));
  }

  /** Whoever looks for a receipt and whoever brings it take turns. */
  private static void lock(Sql sql, Channel channel, String reference) {
    sql.each(
        "select pg_advisory_xact_lock(hashtextextended(?, 0)) as locked",
        _ -> {},
        channel.id() + "/" + reference);
  }
}
