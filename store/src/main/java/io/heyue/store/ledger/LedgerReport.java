package io.heyue.store.ledger;

import java.util.List;

/**
 * What a walk over the ledger found.
 *
 * @param entries how many entries it walked over
 * @param faults what is wrong; empty if nothing is
 */
public record LedgerReport(long entries, List<Fault> faults) {
  public LedgerReport {
    faults = List.copyOf(faults);
  }

  public boolean sound() {
    return faults.isEmpty();
  }

  /**
   * Something that is not as it was written.
   *
   * @param number the entry, or 0 for the head of the chain
   * @param what for people
   */
  public record Fault(int stripe, long number, String what) {
    @Override
    public String toString() {
      return "chain " + stripe + ", " + (number == 0 ? "head" : "entry " + number) + ": " + what;
    }
  }
}
