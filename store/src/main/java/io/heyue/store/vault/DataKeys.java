package io.heyue.store.vault;

import java.util.SortedMap;

/**
 * Where sealed data keys lie. Every call is durable when it returns; implementations are
 * thread-safe.
 */
public interface DataKeys {
  /** Keeps a sealed key and gives it the next number. */
  long add(byte[] wrapped);

  /**
   * The sealed key of a number.
   *
   * @throws VaultFailure if there is none
   */
  byte[] get(long id);

  /** All sealed keys by number. */
  SortedMap<Long, byte[]> all();

  /** Puts the same keys, sealed anew, in the place of the old ones: all of them or none. */
  void replaceAll(SortedMap<Long, byte[]> wrapped);
}
