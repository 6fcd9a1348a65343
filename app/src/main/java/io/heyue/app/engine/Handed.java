package io.heyue.app.engine;

/** What became of a message that was handed to a carrier. */
public sealed interface Handed {
  /**
   * It was taken.
   *
   * @param reference the carrier's id, by which receipts name it
   */
  record Accepted(String reference) implements Handed {}

  /**
   * It was certainly not taken.
   *
   * @param permanent whether another try is of no use
   */
  record Refused(String reason, boolean permanent) implements Handed {}

  /** It may have been taken; it is never handed over again. */
  record Unsure(String reason) implements Handed {}
}
