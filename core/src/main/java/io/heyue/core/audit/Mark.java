package io.heyue.core.audit;

import java.nio.charset.StandardCharsets;

/**
 * One chain of the ledger at a moment; a leaf of a {@link Checkpoint}.
 *
 * @param stripe which chain
 * @param length how many entries it had
 * @param head hash of its last link
 * @param root of the Merkle tree over the hashes of its links
 */
public record Mark(int stripe, long length, Hash head, Hash root) {
  /** A chain in which nothing stands yet. */
  public static Mark empty(int stripe) {
    return new Mark(stripe, 0, Hash.ZERO, Merkle.EMPTY);
  }

  /** Its hash as a leaf. */
  public Hash leaf() {
    return Merkle.leaf(
        ("heyue-chain/1 " + stripe + " " + length + " " + head.hex() + " " + root.hex() + "\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of a link as a leaf of the chain's tree. */
  public static Hash leaf(Hash link) {
    return Merkle.leaf(link.bytes());
  }
}
