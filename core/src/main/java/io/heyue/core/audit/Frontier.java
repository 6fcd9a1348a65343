package io.heyue.core.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The right edge of a {@link Merkle} tree that grows by one leaf at a time: the roots of its whole
 * parts, from the largest to the smallest. Holds a hash for each level. Not thread-safe.
 */
public final class Frontier {
  private final Deque<Hash> parts = new ArrayDeque<>();
  private long size;

  /** Adds a leaf that is hashed already. */
  public void add(Hash leaf) {
    Hash part = leaf;
    // As in counting: each one bit that turns to zero joins two parts of equal size.
    for (long carried = size; (carried & 1) == 1; carried >>= 1) {
      part = Merkle.node(parts.removeLast(), part);
    }
    parts.addLast(part);
    size++;
  }

  public long size() {
    return size;
  }

  /** The root of the tree as it is. */
  public Hash root() {
    Iterator<Hash> small = parts.descendingIterator();
    if (!small.hasNext()) {
      return Merkle.EMPTY;
    }
    Hash root = small.next();
    while (small.hasNext()) {
      root = Merkle.node(small.next(), root);
    }
    return root;
  }

  /** Begins anew. */
  public void clear() {
    parts.clear();
    size = 0;
  }
}
