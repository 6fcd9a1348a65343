package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Hash;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the chains end, as far as we sealed it. */
final class Heads {
  private Heads() {}

  /** All chains at one moment, in order; nobody who appends is waited for. */
  static List<Chain> all(Sql sql, SealingKey key) {
    List<Chain> chains = new ArrayList<>(Collections.nCopies(Ledger.STRIPES, Chain.empty()));
    sql.each(
        "select stripe, length, hash, seal from ledger_head",
        row -> chains.set((int) row.number("stripe"), read(row, key)));
    return chains;
  }

  /**
   * A chain by its head.
   *
   * @throws LedgerBroken if somebody else wrote it
   */
  static Chain read(Row row, SealingKey key) {
    int stripe = (int) row.number("stripe");
    Chain chain = new Chain(row.number("length"), Hash.find(row.text("hash")).orElse(Hash.ZERO));
    if (!SealingKey.same(row.bytes("seal"), key.head(stripe, chain.length(), chain.head()))) {
      throw new LedgerBroken(
          "The head of ledger chain "
              + stripe
              + " was not sealed by this installation. Maybe somebody changed it, or the"
              + " key file was replaced; run the ledger's verification.");
    }
    return chain;
  }
}
