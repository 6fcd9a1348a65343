package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Hash;
import io.heyue.store.ledger.LedgerReport.Fault;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One walk over all chains of the ledger. */
final class Walk {
  private final Sql sql;
  private final SealingKey key;
  private final Map<Integer, Chain> chains = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private long entries;

  Walk(Sql sql, SealingKey key) {
    this.sql = sql;
    this.key = key;
  }

  LedgerReport report() {
    sql.each("select * from ledger_entry order by stripe, number", this::entry);
    sql.each("select * from ledger_head order by stripe", this::head);
    chains.forEach((stripe, chain) -> faults.add(new Fault(stripe, 0, "the head was removed")));
    return new LedgerReport(entries, faults);
  }

  private void entry(Row row) {
    entries++;
    int stripe = (int) row.number("stripe");
    long number = row.number("number");
    Hash hash = new Hash(row.text("hash"));
    Chain chain = chains.getOrDefault(stripe, Chain.empty());
    Optional<String> fault = chain.fault(number, Plain.of(row).bytes(), hash);
    if (fault.isPresent()) {
      faults.add(new Fault(stripe, number, fault.get()));
    } else if (!SealingKey.same(row.bytes("seal"), key.entry(stripe, number, hash))) {
      faults.add(new Fault(stripe, number, "it was not sealed by this installation: rewritten"));
    }
    // What comes after is held against what is written here, so that one fault is named once.
    chains.put(stripe, new Chain(number, hash));
  }

  private void head(Row row) {
    int stripe = (int) row.number("stripe");
    Chain head = new Chain(row.number("length"), new Hash(row.text("hash")));
    Chain walked = chains.getOrDefault(stripe, Chain.empty());
    chains.remove(stripe);
    if (!SealingKey.same(row.bytes("seal"), key.head(stripe, head.length(), head.head()))) {
      faults.add(new Fault(stripe, 0, "it was not sealed by this installation"));
    }
    if (walked.length() < head.length()) {
      faults.add(
          new Fault(
              stripe,
              walked.length() + 1,
              "missing: the chain ends at "
                  + walked.length()
                  + " and should end at "
                  + head.length()));
    } else if (!walked.equals(head)) {
      faults.add(
          new Fault(
              stripe,
              walked.length(),
              "the chain does not end as its head says: removed or added"));
    }
  }
}
