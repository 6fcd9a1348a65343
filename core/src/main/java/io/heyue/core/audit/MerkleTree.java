package io.heyue.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A tree of {@link Merkle} hashes, and what can be proven with it. Of {@value #TILE} leaves that
 * stand together the root may be known beforehand, so that a proof out of millions of entries needs
 * a few hundred of them.
 */
public final class MerkleTree {
  /** So many leaves are a tile; a power of two. */
  public static final int TILE = 256;

  private final long size;
  private final LongFunction<Hash> leaves;
  private final LongFunction<Optional<Hash>> tiles;

  /**
   * A tree that asks for what it needs.
   *
   * @param size how many leaves it has
   * @param leaves the hash of the leaf at a place, from 0
   * @param tiles the root of a whole tile, from 0, where it is known
   */
  public MerkleTree(long size, LongFunction<Hash> leaves, LongFunction<Optional<Hash>> tiles) {
    this.size = size;
    this.leaves = leaves;
    this.tiles = tiles;
  }

  /** A tree of leaves that are all at hand. */
  public MerkleTree(List<Hash> leaves) {
    this(leaves.size(), at -> leaves.get((int) at), _ -> Optional.empty());
  }

  /** MTH of RFC 9162 §2.1.1. */
  public Hash root() {
    return root(size);
  }

  /** The root that the tree had when it had {@code first} leaves. */
  public Hash root(long first) {
    demand(first >= 0 && first <= size, first);
    return first == 0 ? Merkle.EMPTY : root(0, first);
  }

  /** PATH of RFC 9162 §2.1.3.1, the nearest first. */
  public List<Hash> path(long index) {
    demand(index >= 0 && index < size, index);
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + below(to - from);
      if (index < middle) {
        path.addFirst(root(middle, to));
        to = middle;
      } else {
        path.addFirst(root(from, middle));
        from = middle;
      }
    }
    return path;
  }

  /** PROOF of RFC 9162 §2.1.4.1: that the first {@code first} leaves are this tree's beginning. */
  public List<Hash> consistency(long first) {
    demand(first >= 0 && first <= size, first);
    List<Hash> proof = new ArrayList<>();
    if (first == 0 || first == size) {
      return proof;
    }
    long from = 0;
    long to = size;
    boolean whole = true;
    while (first != to) {
      long middle = from + below(to - from);
      if (first <= middle) {
        proof.addFirst(root(middle, to));
        to = middle;
      } else {
        proof.addFirst(root(from, middle));
        from = middle;
        whole = false;
      }
    }
    if (!whole) {
      proof.addFirst(root(from, to));
    }
    return proof;
  }

  private Hash root(long from, long to) {
    if (to - from == 1) {
      return leaves.apply(from);
    }
    if (to - from == TILE && from % TILE == 0) {
      Optional<Hash> known = tiles.apply(from / TILE);
      if (known.isPresent()) {
        return known.get();
      }
    }
    long middle = from + below(to - from);
    return Merkle.node(root(from, middle), root(middle, to));
  }

  /** The largest power of two below {@code count}. */
  private static long below(long count) {
    return Long.highestOneBit(count - 1);
  }

  private void demand(boolean right, long what) {
    if (!right) {
      throw new IllegalArgumentException("A tree of " + size + " leaves has no " + what + ".");
    }
  }
}
