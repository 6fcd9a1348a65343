package io.heyue.store.ledger;

import java.util.List;

/**
 * What a walk over the ledger found.
 *
 * @param entries how many entries it walked over
 * @param checkpoints how many checkpoints it held against them
 * @param faults what is wrong; empty if nothing is
 */
public record LedgerReport(long entries, long checkpoints, List<Fault> faults) {
  public LedgerReport {
    faults = List.copyOf(faults);
  }

  public boolean sound() {
    return faults.isEmpty();
  }

  /**
   * Something that is not as it was written.
   *
   * @param stripe which chain, or {@link #CHECKPOINT}
   * @param number the entry, or 0 for the head of the chain; of a checkpoint its own
   * @param what for people
   */
  public record Fault(int stripe, long number, String what) {
    /** What stands in the place of the chain where a checkpoint is at fault. */
    public static final int CHECKPOINT = -1;

    @Override
    public String toString() {
      if (stripe == CHECKPOINT) {
        return "checkpoint " + number + ": " + what;
      }
      return "chain " + stripe + ", " + (number == 0 ? "head" : "entry " + number) + ": " + what;
    }
  }
}
