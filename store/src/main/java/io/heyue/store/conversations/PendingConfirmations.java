package io.heyue.store.conversations;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Agreements that are to be confirmed in writing. Stateless. */
public final class PendingConfirmations {
  /** States of a letter that certainly did not arrive. */
  private static final List<String> LOST = List.of("failed", "expired", "recalled");

  /**
   * One of them.
   *
   * @param until from then on it is of no use any more
   * @param tries letters that were written for it
   */
  public record Pending(
      UUID id,
      ConversationId conversation,
      CaseId matter,
      Instant nextAt,
      Instant until,
      int tries) {
    /** A new one, due at once. */
    public static Pending of(
        UUID id, ConversationId conversation, CaseId matter, Instant now, Instant until) {
      return new Pending(id, conversation, matter, now, until, 0);
    }

    /** The key of what is tried now; see {@link PermitId#keyed}. */
    public PermitId attempt() {
      return PermitId.keyed("confirmation " + id + ", " + tries + " before, due " + nextAt);
    }
  }

  /**
   * One whose letter has gone its way.
   *
   * @param channel by which it went
   * @param arrived false if it certainly did not arrive; where nobody knows, it is never sent again
   */
  public record Gone(Pending pending, PermitId permit, Channel channel, boolean arrived) {}

  /** Adds one; where one about the same case waits already, both are confirmed together. */
  public void add(Sql sql, Pending pending) {
    var _ =
        sql.update(
            """
            insert into confirmation (id, conversation_id, case_id, state, next_at, until)
            values (?, ?, ?, 'waiting', ?, ?)
            on conflict (case_id) where state = 'waiting' do update
              set conversation_id = excluded.conversation_id, until = excluded.until
            """,
            pending.id(),
            pending.conversation().value(),
            pending.matter().value(),
            pending.nextAt(),
            pending.until());
  }

  /** Those that are due. */
  public List<UUID> due(Sql sql, Instant now, int limit) {
    return sql.list(
        "select id from confirmation where state = 'waiting' and next_at <= ? and "
            + Setbacks.free(Kind.CONFIRMATION, "id::text")
            + " order by next_at, id limit ?",
        row -> row.uuid("id"),
        now,
        now,
        limit);
  }

  /** Takes one if it is still due; it is nobody else's until the transaction ends. */
  public Optional<Pending> claim(Sql sql, UUID id, Instant now) {
    return sql.find(
        """
        select * from confirmation where id = ? and state = 'waiting' and next_at <= ?
        for update skip locked
        """,
        PendingConfirmations::pending,
        id,
        now);
  }

  /**
   * Those whose letter has gone its way since, and those that were held for sent and of which a
   * receipt says by now that they did not arrive.
   */
  public List<UUID> gone(Sql sql, Instant now, int limit) {
    return sql.list(
        "select c.id from confirmation c join letter l on l.permit_id = c.permit_id where "
            + GONE
            + " and "
            + Setbacks.free(Kind.CONFIRMATION, "c.id::text")
            + " order by c.id limit ?",
        row -> row.uuid("id"),
        now,
        now,
        limit);
  }

  private static final String GONE =
      """
      ((c.state = 'underway' and l.state not in ('queued', 'sending'))
        or (c.state = 'sent' and l.state in ('failed', 'expired', 'recalled') and c.until > ?))
      """;

  /** The same of one; it is nobody else's until the transaction ends. */
  public Optional<Gone> findGone(Sql sql, UUID id, Instant now) {
    return sql.find(
        "select c.*, l.state as letter, l.channel from confirmation c"
            + " join letter l on l.permit_id = c.permit_id where c.id = ? and "
            + GONE
            + " for update of c skip locked",
        row ->
            new Gone(
                pending(row),
                new PermitId(row.uuid("permit_id")),
                channel(row.text("channel")),
                !LOST.contains(row.text("letter"))),
        id,
        now);
  }

  private static Pending pending(Row row) {
    return new Pending(
        row.uuid("id"),
        new ConversationId(row.uuid("conversation_id")),
        new CaseId(row.uuid("case_id")),
        row.instant("next_at"),
        row.instant("until"),
        (int) row.number("tries"));
  }

  private static Channel channel(String id) {
    return Channel.find(id)
        .orElseThrow(() -> new IllegalStateException("There is no channel " + id + "."));
  }

  /** A letter was written for it. */
  public void underway(Sql sql, UUID id, PermitId permit) {
    var _ =
        sql.update(
            """
            update confirmation set state = 'underway', permit_id = ?, tries = tries + 1
            where id = ?
            """,
            permit.value(),
            id);
  }

  public void sent(Sql sql, UUID id) {
    var _ = sql.update("update confirmation set state = 'sent', reason = null where id = ?", id);
  }

  public void dropped(Sql sql, UUID id, String reason) {
    var _ =
        sql.update(
            "update confirmation set state = 'dropped', reason = ? where id = ?", reason, id);
  }

  /** It waits; where another about the same case does, it is confirmed with that. */
  public void later(Sql sql, Pending pending, Instant nextAt, String reason) {
    var _ =
        sql.update(
            """
            update confirmation c set reason = ?, next_at = ?,
              state = case when exists (select from confirmation o where o.id <> c.id
                  and o.case_id = c.case_id and o.state = 'waiting')
                then 'dropped' else 'waiting' end
            where id = ?
            """,
            reason,
            nextAt,
            pending.id());
  }
}
