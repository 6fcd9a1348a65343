package io.heyue.store.ledger;

import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Hash;
import io.heyue.store.postgres.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The plain columns of an entry, and its payload by its hash: the bytes that a link covers. */
record Plain(
    int stripe,
    Instant at,
    String kind,
    Optional<UUID> conversation,
    Optional<UUID> matter,
    Optional<UUID> permit,
    String payload) {
  static Plain of(Row row) {
    return new Plain(
        (int) row.number("stripe"),
        row.instant("at"),
        row.text("kind"),
        row.findUuid("conversation_id"),
        row.findUuid("case_id"),
        row.findUuid("permit_id"),
        Hash.of(row.bytes("payload")).hex());
  }

  byte[] bytes() {
    return Canonical.bytes(this);
  }
}
