package io.heyue.store.ledger;

/** The head of a chain was not written by us; nothing may be appended until somebody looked. */
public final class LedgerBroken extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A ledger that is not what we wrote; the message says where and what to do. */
  public LedgerBroken(String message) {
    super(message);
  }
}
