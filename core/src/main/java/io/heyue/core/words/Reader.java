package io.heyue.core.words;

import java.util.Optional;

/**
 * Everything by which words are read. Immutable and thread-safe.
 *
 * @param normaliser brings hidden words back
 * @param excuses why words that sound forbidden are not
 * @param sense senses what no list of words names
 */
public record Reader(Normaliser normaliser, Excuses excuses, WordSense sense) {

  /** Knows no tables and senses nothing; for judging by the rules alone. */
  public static Reader bare() {
    return new Reader(Normaliser.bare(), Excuses.none(), WordSense.NONE);
  }

  /** Why {@code plain} can't be understood; empty where it can. */
  public Optional<String> unclear(Plain plain) {
    return Clarity.flaw(plain, sense);
  }
}
