package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.RuleId;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.ledger.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done in hand-overs, as the ledger keeps it. Thread-safe. */
record Deeds(Guard guard) {
  /** For the ledger. */
  private record Deed(
      UUID handover,
      String by,
      String what,
      String words,
      List<RuleId> rules,
      String law,
      String reader) {}

  Entry entry(
      HandoverRow row, String by, String what, String text, List<RuleId> rules, Instant now) {
    return new Entry(
        Entry.Kind.HUMAN,
        now,
        row.conversation().value(),
        Optional.of(row.conversation()),
        Optional.of(row.matter()),
        Optional.empty(),
        Canonical.text(
            new Deed(row.id(), by, what, text, rules, guard.lawVersion(), guard.wordsVersion())));
  }
}
