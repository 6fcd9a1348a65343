package io.heyue.store.conversations;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.List;

/** Conversations that are still to be told of a payment. Stateless. */
public final class Interruptions {
  /** Every conversation about these cases that is going on is to be told. */
  public void add(Sql sql, List<CaseId> paid, Instant now) {
    if (paid.isEmpty()) {
      return;
    }
    var _ =
        sql.update(
            """
            insert into interruption (conversation_id, created_at)
            select id, ? from conversation
            where case_id = any(?) and begun_at is not null and ended_at is null
            on conflict do nothing
            """,
            now,
            paid.stream().map(CaseId::value).toList());
  }

  /** Those that wait, the longest first. */
  public List<ConversationId> list(Sql sql, Instant now, int limit) {
    return sql.list(
        "select conversation_id from interruption where "
            + Setbacks.free(Kind.INTERRUPTION, "conversation_id::text")
            + " order by created_at, conversation_id limit ?",
        row -> new ConversationId(row.uuid("conversation_id")),
        now,
        limit);
  }

  /**
   * Takes one: it is done when the transaction is committed.
   *
   * @return false if somebody else did it
   */
  public boolean take(Sql sql, ConversationId conversation) {
    return sql.update("delete from interruption where conversation_id = ?", conversation.value())
        == 1;
  }
}
