package io.heyue.core.audit;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A chain of hashes: link {@code n} is the hash of link {@code n - 1}, of {@code n} and of the
 * entry's canonical bytes.
 *
 * @param length how many links it has
 * @param head hash of the last link
 */
public record Chain(long length, Hash head) {
  public static Chain empty() {
    return new Chain(0, Hash.ZERO);
  }

  /** This chain with one more entry. */
  public Chain append(byte[] entry) {
    long number = length + 1;
    byte[] position = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    return new Chain(number, Hash.of(head.bytes(), position, entry));
  }

  /**
   * Walks one stored link.
   *
   * @return what is wrong with it, if something is
   */
  public Optional<String> fault(long number, byte[] entry, Hash stored) {
    if (number > length + 1) {
      return Optional.of(
          "entry " + (length + 1) + " is missing: after " + length + " comes " + number);
    }
    if (number < length + 1) {
      return Optional.of("entry " + number + " comes after " + length + ": reordered or repeated");
    }
    if (!append(entry).head.equals(stored)) {
      return Optional.of("entry " + number + " is not what was written: its hash differs");
    }
    return Optional.empty();
  }
}
