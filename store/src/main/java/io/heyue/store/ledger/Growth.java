package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Frontier;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.MerkleTree;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one chain grew since the tiles that are kept: the tiles that became whole, and what stands
 * beyond them. Every entry that goes in must bear our seal, so that nothing is signed that somebody
 * else wrote. Holds a hash a tile and at most two tiles of leaves.
 */
final class Growth {
  private static final int TILE = MerkleTree.TILE;

  private final int stripe;
  private final Chain chain;
  private final SealingKey key;
  private final List<Hash> tiles = new ArrayList<>();
  private final List<Hash> first = new ArrayList<>();
  private final List<Hash> last = new ArrayList<>();
  private final Frontier tile = new Frontier();
  private int kept;
  private long read;

  private Growth(int stripe, Chain chain, SealingKey key) {
    this.stripe = stripe;
    this.chain = chain;
    this.key = key;
  }

  /** Reads the growth of chains, and keeps the tiles that became whole. */
  static Map<Integer, Growth> of(Sql sql, SealingKey key, Map<Integer, Chain> chains) {
    Map<Integer, Growth> growths = new TreeMap<>();
    chains.forEach((stripe, chain) -> growths.put(stripe, new Growth(stripe, chain, key)));
    sql.each(
        "select stripe, root from ledger_tile where stripe = any(?) order by stripe, number",
        row -> of(growths, row).tiles.add(hash(row, "root")),
        growths.keySet().stream().map(Integer::longValue).toList());
    growths.values().forEach(Growth::begin);
    sql.each(
        """
        select e.stripe, e.number, e.hash, e.seal
        from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as g(stripe, after, until)
        join ledger_entry e on e.stripe = g.stripe and e.number > g.after and e.number <= g.until
        order by e.stripe, e.number
        """,
        row -> of(growths, row).entry(row),
        growths.keySet().stream().map(Integer::longValue).toList(),
        growths.values().stream().map(growth -> growth.read).toList(),
        growths.values().stream().map(growth -> growth.chain.length()).toList());
    List<Object[]> whole = new ArrayList<>();
    growths.values().forEach(growth -> growth.end(whole));
    if (!whole.isEmpty()) {
      var _ = sql.batch("insert into ledger_tile (stripe, number, root) values (?, ?, ?)", whole);
    }
    return growths;
  }

  private static Growth of(Map<Integer, Growth> growths, Row row) {
    Growth found = growths.get((int) row.number("stripe"));
    if (found == null) {
      throw new IllegalStateException("A row of another chain than was asked for.");
    }
    return found;
  }

  private void begin() {
    kept = tiles.size();
    read = (long) kept * TILE;
  }

  private void entry(Row row) {
    long number = row.number("number");
    Hash hash = hash(row, "hash");
    if (number != read + 1
        || !SealingKey.same(row.bytes("seal"), key.entry(stripe, number, hash))) {
      throw broken();
    }
    read++;
    Hash leaf = Mark.leaf(hash);
    if (first.size() < TILE) {
      first.add(leaf);
    }
    last.add(leaf);
    tile.add(leaf);
    if (last.size() == TILE) {
      tiles.add(tile.root());
      tile.clear();
      last.clear();
    }
  }

  private void end(List<Object[]> whole) {
    if (read != chain.length()) {
      throw broken();
    }
    for (int number = kept; number < tiles.size(); number++) {
      whole.add(new Object[] {stripe, number, tiles.get(number).hex()});
    }
  }

  Chain chain() {
    return chain;
  }

  /**
   * The tree over the whole chain. Its roots of old can be asked for from the end of the tiles on
   * that were kept before.
   */
  MerkleTree tree() {
    return new MerkleTree(
        chain.length(),
        this::leaf,
        at -> at < tiles.size() ? Optional.of(tiles.get((int) at)) : Optional.empty());
  }

  private Hash leaf(long index) {
    long place = index - (long) kept * TILE;
    return place < first.size()
        ? first.get((int) place)
        : last.get((int) (index - (long) tiles.size() * TILE));
  }

  private static Hash hash(Row row, String column) {
    return Hash.find(row.text(column))
        .orElseThrow(
            () -> new LedgerBroken("A hash of the ledger is none; run the ledger's verification."));
  }

  private LedgerBroken broken() {
    return new LedgerBroken(
        "Entry "
            + (read + 1)
            + " of ledger chain "
            + stripe
            + " is missing, or was not sealed by this installation; nothing is signed. Run the"
            + " ledger's verification.");
  }
}
