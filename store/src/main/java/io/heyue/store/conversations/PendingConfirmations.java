package io.heyue.store.conversations;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Agreements that are still to be confirmed in writing. Stateless. */
public final class PendingConfirmations {
  /**
   * One of them.
   *
   * @param until from then on it is of no use any more
   */
  public record Pending(
      UUID id, ConversationId conversation, CaseId matter, Instant nextAt, Instant until) {}

  public void add(Sql sql, Pending pending) {
    var _ =
        sql.update(
            """
            insert into confirmation (id, conversation_id, case_id, state, next_at, until)
            values (?, ?, ?, 'waiting', ?, ?)
            """,
            pending.id(),
            pending.conversation().value(),
            pending.matter().value(),
            pending.nextAt(),
            pending.until());
  }

  /** Takes those that are due; they are nobody else's until the transaction ends. */
  public List<Pending> claim(Sql sql, Instant now, int limit) {
    return sql.list(
        """
        select * from confirmation where state = 'waiting' and next_at <= ?
        order by next_at limit ? for update skip locked
        """,
        row ->
            new Pending(
                row.uuid("id"),
                new ConversationId(row.uuid("conversation_id")),
                new CaseId(row.uuid("case_id")),
                row.instant("next_at"),
                row.instant("until")),
        now,
        limit);
  }

  public void sent(Sql sql, UUID id) {
    var _ = sql.update("update confirmation set state = 'sent' where id = ?", id);
  }

  public void dropped(Sql sql, UUID id) {
    var _ = sql.update("update confirmation set state = 'dropped' where id = ?", id);
  }

  public void later(Sql sql, UUID id, Instant nextAt) {
    var _ = sql.update("update confirmation set next_at = ? where id = ?", nextAt, id);
  }
}
