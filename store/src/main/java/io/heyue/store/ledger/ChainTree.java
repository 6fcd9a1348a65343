package io.heyue.store.ledger;

import io.heyue.core.audit.Hash;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.MerkleTree;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.List;
import java.util.Optional;

/**
 * The tree over one chain as the database has it. Reads the roots of whole tiles, and entries where
 * a proof goes into a tile or the last one isn't whole. Of use in one transaction.
 */
final class ChainTree {
  private static final int TILE = MerkleTree.TILE;

  private final Sql sql;
  private final int stripe;
  private final long length;
  private final List<Hash> tiles;
  private long held = -1;
  private List<Hash> leaves = List.of();

  private ChainTree(Sql sql, int stripe, long length) {
    this.sql = sql;
    this.stripe = stripe;
    this.length = length;
    this.tiles =
        sql.list(
            "select root from ledger_tile where stripe = ? and number < ? order by number",
            row -> new Hash(row.text("root")),
            stripe,
            length / TILE);
  }

  /** The tree over the first {@code length} entries of a chain. */
  static MerkleTree of(Sql sql, int stripe, long length) {
    ChainTree chain = new ChainTree(sql, stripe, length);
    return new MerkleTree(length, chain::leaf, chain::tile);
  }

  private Optional<Hash> tile(long number) {
    return number < tiles.size() ? Optional.of(tiles.get((int) number)) : Optional.empty();
  }

  private Hash leaf(long index) {
    long tile = index / TILE;
    if (tile != held) {
      leaves =
          sql.list(
              """
              select hash from ledger_entry
              where stripe = ? and number > ? and number <= ? order by number
              """,
              row -> Mark.leaf(hash(row)),
              stripe,
              tile * TILE,
              Math.min(length, (tile + 1) * TILE));
      held = tile;
    }
    int at = (int) (index % TILE);
    if (at >= leaves.size()) {
      throw new LedgerBroken(
          "Entry "
              + (index + 1)
              + " of ledger chain "
              + stripe
              + " is missing; run the ledger's"
              + " verification.");
    }
    return leaves.get(at);
  }

  private static Hash hash(Row row) {
    return Hash.find(row.text("hash"))
        .orElseThrow(
            () -> new LedgerBroken("An entry holds no hash; run the ledger's verification."));
  }
}
