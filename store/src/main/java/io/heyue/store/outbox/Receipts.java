package io.heyue.store.outbox;

import io.heyue.core.base.Channel;
import io.heyue.store.outbox.Outbox.Referred;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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

  /** What a carrier said, and of which message. */
  public record Receipt(Channel channel, String reference, Told told) {
    private String key() {
      return Receipts.key(channel, reference);
    }
  }

  /** A letter whose end a receipt told. */
  public record Concluded(Given letter, Told told) {}

  /**
   * Notes receipts in the order in which they came; gives the letters that they are of, as far as
   * those are known and had none yet. Those of letters that aren't known yet are kept.
   */
  public List<Concluded> note(Sql sql, List<Receipt> receipts, Instant now) {
    if (receipts.isEmpty()) {
      return List.of();
    }
    lock(sql, receipts.stream().map(Receipt::key).toList());
    Map<String, UUID> known = newest(sql, receipts, now);
    keep(sql, receipts.stream().filter(receipt -> !known.containsKey(receipt.key())).toList(), now);
    Map<UUID, Told> told = new LinkedHashMap<>();
    for (Receipt receipt : receipts) {
      UUID letter = known.get(receipt.key());
      if (letter != null) {
        // Of two at a time the first tells the end, as it would have by itself.
        told.putIfAbsent(letter, receipt.told());
      }
    }
    return conclude(sql, told, now);
  }

  /** The newest letter under each reference, by {@link Receipt#key}. */
  private static Map<String, UUID> newest(Sql sql, List<Receipt> receipts, Instant now) {
    Map<String, UUID> newest = new HashMap<>();
    sql.each(
        """
        select named.channel, named.reference, letter.id
        from unnest(?::text[], ?::text[]) as named(channel, reference)
        cross join lateral (select l.id from letter l
          where l.channel = named.channel and l.reference = named.reference and l.finished_at > ?
          order by l.finished_at desc limit 1) as letter
        """,
        row -> newest.put(row.text("channel") + "/" + row.text("reference"), row.uuid("id")),
        texts(receipts, receipt -> receipt.channel().id()),
        texts(receipts, Receipt::reference),
        now.minus(LATEST));
    return newest;
  }

  private static List<String> texts(List<Receipt> receipts, Function<Receipt, String> text) {
    return receipts.stream().map(text).toList();
  }

  private static void keep(Sql sql, List<Receipt> receipts, Instant now) {
    if (receipts.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            insert into early_receipt (channel, reference, delivered, reason, received_at)
            values (?, ?, ?, ?, ?)
            """,
            receipts.stream()
                .map(receipt ->
                    new Object[] {
                      receipt.channel().id(),
                      receipt.reference(),
                      receipt.told().delivered(),
                      receipt.told().reason(),
                      now
                    })
                .toList());
  }

  /** Nothing is changed where an earlier receipt told the end already. */
  private static List<Concluded> conclude(Sql sql, Map<UUID, Told> told, Instant now) {
    List<Concluded> concluded = new ArrayList<>();
    if (told.isEmpty()) {
      return concluded;
    }
    List<UUID> ids = new ArrayList<>(told.keySet());
    Map<UUID, Given> letters = new HashMap<>();
    sql.each(
        """
        update letter l set state = told.state, finished_at = ?,
          reason = coalesce(nullif(told.reason, ''), l.reason)
        from unnest(?::uuid[], ?::text[], ?::text[]) as told(letter, state, reason)
        where l.id = told.letter and l.state in ('sent', 'unknown')
        returning %s
        """
            .formatted(Given.COLUMNS),
        row -> letters.put(row.uuid("id"), Given.of(row)),
        now,
        ids,
        told.values().stream().map(Receipts::state).toList(),
        told.values().stream().map(Told::reason).toList());
    told.forEach((id, what) -> {
      Given letter = letters.get(id);
      if (letter != null) {
        concluded.add(new Concluded(letter, what));
      }
    });
    return concluded;
  }

  private static String state(Told told) {
    return told.delivered() ? "delivered" : "failed";
  }

  /**
   * Looks for receipts that were quicker than we were. Call it in the transaction that stores the
   * references, before it does.
   *
   * @return what was told already, by the letters' ids; that one was delivered before that it
   *     wasn't
   */
  public Map<UUID, Told> early(Sql sql, List<Referred> taken) {
    Map<UUID, Told> early = new HashMap<>();
    if (taken.isEmpty()) {
      return early;
    }
    lock(sql, taken.stream().map(each -> key(each.letter().channel(), each.reference())).toList());
    sql.each(
        """
        delete from early_receipt r
        using unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
          as taken(letter, channel, reference, since)
        where r.channel = taken.channel and r.reference = taken.reference
          and r.received_at >= to_timestamp(taken.since / 1000.0)
        returning taken.letter, r.delivered, r.reason
        """,
        row -> {
          Told told = new Told(row.truth("delivered"), row.text("reason"));
          early.merge(row.uuid("letter"), told, (one, other) -> one.delivered() ? one : other);
        },
        taken.stream().map(each -> each.letter().id()).toList(),
        taken.stream().map(each -> each.letter().channel().id()).toList(),
        taken.stream().map(Referred::reference).toList(),
        taken.stream().map(each -> each.letter().claimedAt().minus(SKEW).toEpochMilli()).toList());
    return early;
  }

  /** Concludes letters whose receipts were early. */
  public void apply(Sql sql, Map<UUID, Told> early, Instant now) {
    if (early.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            update letter set state = ?, finished_at = ?, reason = coalesce(nullif(?, ''), reason)
            where id = ? and state = 'sent'
            """,
            early.entrySet().stream()
                .map(each ->
                    new Object[] {
                      state(each.getValue()), now, each.getValue().reason(), each.getKey()
                    })
                .toList());
  }

  /** Forgets receipts that no message of ours will ever be found for. */
  public long forget(Sql sql, Instant now) {
    return sql.update("delete from early_receipt where received_at < ?", now.minus(LATEST));
  }

  private static String key(Channel channel, String reference) {
    return channel.id() + "/" + reference;
  }

  /** Whoever looks for receipts and whoever brings them take turns, in the same order. */
  private static void lock(Sql sql, List<String> keys) {
    sql.each(
        """
        select pg_advisory_xact_lock(each.key) as locked
        from (select distinct hashtextextended(key, 0) as key from unnest(?::text[]) as key
          order by 1) as each
        """,
        _ -> {},
        keys);
  }
}
