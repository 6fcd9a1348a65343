package io.heyue.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param conversations that are held, of some six turns each
 * @param alone of them one after the other
 * @param permits that are asked for
 * @param planned accounts of the campaign
 * @param imported rows of the file
 * @param sentences of each language
 * @param longest after which a loop stops early, however much is left
 */
record Scale(
    int conversations,
    int alone,
    int permits,
    int planned,
    int imported,
    int sentences,
    Duration longest) {

  static Scale full() {
    return new Scale(2_000, 300, 30_000, 100_000, 1_000_000, 10_000, Duration.ofSeconds(30));
  }

  /** A few seconds each. */
  static Scale brief() {
    return new Scale(80, 20, 2_000, 5_000, 20_000, 1_000, Duration.ofSeconds(5));
  }

  /** Hardly anything: that everything works. */
  static Scale tiny() {
    return new Scale(6, 2, 60, 40, 200, 20, Duration.ofSeconds(2));
  }

  /** Conversations held before anything is measured, so that the code is compiled by then. */
  int warming() {
    return Math.max(1, conversations / 20);
  }
}
