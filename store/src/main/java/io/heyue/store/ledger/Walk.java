package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Frontier;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.MerkleTree;
import io.heyue.store.ledger.LedgerReport.Fault;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One walk over all chains of the ledger. */
final class Walk {
  private final Sql sql;
  private final SealingKey key;
  private final Map<Integer, Chain> anchored;
  private final Map<Integer, Chain> chains = new TreeMap<>();
  private final Set<Integer> headed = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Integer, Grown> trees = new TreeMap<>();
  private long entries;

  /** The tree over a chain as far as it was walked, and over the tile that is under way. */
  private record Grown(Frontier tree, Frontier tile) {}

  /**
   * A walk that is still to be made.
   *
   * @param anchored how long the chains were when last looked, as far as that is known
   */
  Walk(Sql sql, SealingKey key, Map<Integer, Chain> anchored) {
    this.sql = sql;
    this.key = key;
    this.anchored = anchored;
  }

  LedgerReport report() {
    var _ = sql.update("set transaction isolation level repeatable read");
    sql.each(
        """
        select e.*, m.head as mark_head, m.root as mark_root, t.root as tile_root
        from ledger_entry e
        left join ledger_mark m on m.stripe = e.stripe and m.length = e.number
        left join ledger_tile t on t.stripe = e.stripe and e.number = (t.number + 1) * 256
        order by e.stripe, e.number
        """,
        this::entry);
    sql.each("select * from ledger_head order by stripe", this::head);
    if (!headed.isEmpty() || !chains.isEmpty()) {
      for (int stripe = 0; stripe < Ledger.STRIPES; stripe++) {
        if (!headed.contains(stripe)) {
          faults.add(new Fault(stripe, 0, "the head was removed"));
        }
      }
    }
    anchored.forEach(this::anchored);
    return new LedgerReport(entries, 0, faults);
  }

  /** The chains as they were walked. */
  Map<Integer, Chain> walked() {
    return chains;
  }

  private void entry(Row row) {
    entries++;
    int stripe = (int) row.number("stripe");
    long number = row.number("number");
    byte[] plain = Plain.of(row).bytes();
    Chain chain = chains.getOrDefault(stripe, Chain.empty());
    Optional<Hash> written = Hash.find(row.text("hash"));
    if (written.isEmpty()) {
      faults.add(new Fault(stripe, number, "entry " + number + " holds no hash: overwritten"));
      chains.put(stripe, new Chain(number, chain.append(plain).head()));
      return;
    }
    Hash hash = written.get();
    Optional<String> fault = chain.fault(number, plain, hash);
    if (fault.isPresent()) {
      faults.add(new Fault(stripe, number, fault.get()));
    } else if (!SealingKey.same(row.bytes("seal"), key.entry(stripe, number, hash))) {
      faults.add(new Fault(stripe, number, "it was not sealed by this installation: rewritten"));
    } else if (replaced(stripe, number, hash)) {
      faults.add(new Fault(stripe, number, "another entry stood here when last anchored"));
    }
    grow(row, stripe, number, hash);
    // What comes after is held against what is written here, so that one fault is named once.
    chains.put(stripe, new Chain(number, hash));
  }

  /** Holds what checkpoints and proofs rest on against what was walked. */
  private void grow(Row row, int stripe, long number, Hash hash) {
    Grown grown = trees.computeIfAbsent(stripe, _ -> new Grown(new Frontier(), new Frontier()));
    grown.tree().add(Mark.leaf(hash));
    grown.tile().add(Mark.leaf(hash));
    row.findText("mark_root")
        .filter(root ->
            !root.equals(grown.tree().root().hex()) || !row.text("mark_head").equals(hash.hex()))
        .ifPresent(_ ->
            faults.add(
                new Fault(stripe, number, "up to here it is not what a checkpoint says it was")));
    if (grown.tile().size() == MerkleTree.TILE) {
      row.findText("tile_root")
          .filter(root -> !root.equals(grown.tile().root().hex()))
          .ifPresent(
              _ -> faults.add(new Fault(stripe, number, "the root kept for its tile is another")));
      grown.tile().clear();
    }
  }

  private boolean replaced(int stripe, long number, Hash hash) {
    Chain known = anchored.get(stripe);
    return known != null && known.length() == number && !known.head().equals(hash);
  }

  private void head(Row row) {
    int stripe = (int) row.number("stripe");
    headed.add(stripe);
    Optional<Hash> hash = Hash.find(row.text("hash"));
    if (hash.isEmpty()) {
      faults.add(new Fault(stripe, 0, "the head holds no hash: overwritten"));
      return;
    }
    Chain head = new Chain(row.number("length"), hash.get());
    Chain walked = chains.getOrDefault(stripe, Chain.empty());
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

  private void anchored(int stripe, Chain known) {
    long length = chains.getOrDefault(stripe, Chain.empty()).length();
    if (length < known.length()) {
      faults.add(
          new Fault(
              stripe,
              length + 1,
              "missing: the chain ends at "
                  + length
                  + " and was "
                  + known.length()
                  + " long when last anchored"));
    }
  }
}
