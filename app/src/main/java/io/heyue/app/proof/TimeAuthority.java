package io.heyue.app.proof;

import java.io.IOException;
import java.util.Optional;

/**
 * Somebody who attests that something existed at a time. Our own clock attests nothing to anybody
 * else; a checkpoint names it and that is all.
 */
public interface TimeAuthority {
  /**
   * A token over a SHA-256, after RFC 3161.
   *
   * @param digest 32 bytes
   * @return empty where there is nobody to ask
   * @throws IOException if there is no answer in time, or one that attests nothing
   */
  Optional<byte[]> attest(byte[] digest) throws IOException;

  /** Nobody but the clock of the machine. */
  static TimeAuthority machineClock() {
    return _ -> Optional.empty();
  }
}
