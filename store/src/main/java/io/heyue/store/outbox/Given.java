package io.heyue.store.outbox;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.store.postgres.Row;
import java.util.Optional;
import java.util.UUID;

/** What a letter was about, for those who need not know what it says. */
public record Given(
    UUID id,
    PermitId permit,
    CaseId matter,
    Optional<ConversationId> conversation,
    Channel channel) {
  /** Its columns. */
  static final String COLUMNS = "id, permit_id, case_id, conversation_id, channel";

  static Given of(Row row) {
    String channel = row.text("channel");
    return new Given(
        row.uuid("id"),
        new PermitId(row.uuid("permit_id")),
        new CaseId(row.uuid("case_id")),
        row.findUuid("conversation_id").map(ConversationId::new),
        Channel.find(channel)
            .orElseThrow(() -> new IllegalStateException("There is no channel " + channel + ".")));
  }
}
