package io.heyue.store.ledger;

import io.heyue.core.audit.Hash;

/**
 * An entry with everything that shows what it is.
 *
 * @param previous hash of the link before it
 * @param plain the bytes that its link covers, as text
 * @param clear its clear text, with what opens the commitment to it
 */
public record Exhibit(Written written, Hash previous, String plain, Committed clear) {
  /** Names the entry and hides what it says. */
  @Override
  public String toString() {
    return "Exhibit[" + written + "]";
  }
}
