package io.heyue.store.ledger;

import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Hash;
import io.heyue.store.postgres.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The plain columns of an entry, and its payload by its hash: the bytes that a link covers.
 *
 * @param payload hash of the sealed bytes
 * @param commitment to the clear text, see {@link Committed}; absent in entries from before
 */
public record Plain(
    int stripe,
    Instant at,
    String kind,
    Optional<UUID> conversation,
    Optional<UUID> matter,
    Optional<UUID> permit,
    String payload,
    Optional<String> commitment) {
  static Plain of(Row row) {
    return new Plain(
        (int) row.number("stripe"),
        row.instant("at"),
        row.text("kind"),
        row.findUuid("conversation_id"),
        row.findUuid("case_id"),
        row.findUuid("permit_id"),
        Hash.of(row.bytes("payload")).hex(),
        row.findText("commitment"));
  }

  byte[] bytes() {
    return Canonical.bytes(this);
  }

  /** The bytes that a link covers, as text. */
  public String text() {
    return Canonical.text(this);
  }
}
