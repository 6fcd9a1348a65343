package io.heyue.store.ledger;

/** The head of a chain was not written by us; nothing may be appended until somebody looked. */
public final class LedgerBroken extends RuntimeException {
  private static final long serialVersionUID = 1;

  LedgerBroken(String message) {
    super(message);
  }
}
