package io.heyue.core.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Merkle trees after RFC 9162 §2.1, with SHA-256: the hash of a leaf begins with 0x00, that of a
 * node with 0x01, so that no leaf can be taken for a node [1].
 *
 * <p>[1] https://www.rfc-editor.org/rfc/rfc9162#section-2.1
 */
public final class Merkle {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** The root of a tree without leaves. */
  public static final Hash EMPTY = Hash.of();

  /** No tree that is looked at is higher; 2^62 leaves are more than there will be. */
  private static final int HIGHEST = 62;

  private Merkle() {}

  /** The hash of a leaf. */
  public static Hash leaf(byte[] data) {
    return Hash.of(LEAF, data);
  }

  /** The hash of a node over two others. */
  public static Hash node(Hash left, Hash right) {
    return Hash.of(NODE, left.bytes(), right.bytes());
  }

  /** The root over leaves that are hashed already. */
  public static Hash root(List<Hash> leaves) {
    return new MerkleTree(leaves).root();
  }

  /**
   * The root that a path leads to (RFC 9162 §2.1.3.2).
   *
   * @param leaf hash of the leaf
   * @param index its place, from 0
   * @param size how many leaves the tree has
   * @throws IllegalArgumentException if such a tree has no such path
   */
  public static Hash climb(Hash leaf, long index, long size, List<Hash> path) {
    demandSize(size);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "A tree of " + size + " leaves has no leaf " + index + ".");
    }
    long at = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        throw new IllegalArgumentException("The path is longer than the tree is high.");
      }
      if ((at & 1) == 1 || at == last) {
        hash = node(sibling, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new IllegalArgumentException("The path ends below the root.");
    }
    return hash;
  }

  /**
   * Whether a tree is the beginning of a longer one (RFC 9162 §2.1.4.2).
   *
   * @param proof what {@link MerkleTree#consistency} gave
   */
  public static boolean isBeginning(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
    if (first < 0 || first > second || second > 1L << HIGHEST) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (first == 0) {
      return proof.isEmpty() && firstRoot.equals(EMPTY);
    }
    List<Hash> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.addFirst(firstRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    long at = first - 1;
    long last = second - 1;
    while ((at & 1) == 1) {
      at >>= 1;
      last >>= 1;
    }
    Hash old = path.getFirst();
    Hash now = path.getFirst();
    for (Hash sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        old = node(sibling, old);
        now = node(sibling, now);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(firstRoot) && now.equals(secondRoot);
  }

  private static void demandSize(long size) {
    if (size < 1 || size > 1L << HIGHEST) {
      throw new IllegalArgumentException("A tree can't have " + size + " leaves.");
    }
  }
}
