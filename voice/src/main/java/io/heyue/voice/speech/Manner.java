package io.heyue.voice.speech;

import io.heyue.core.base.Check;

/**
 * How something is said. Immutable.
 *
 * @param pace 1 as the voice speaks by itself, 0.8 slower; 0.5 to 2
 * @param gain 1 as loud as the voice is by itself, 0.5 half the amplitude; 0.05 to 2
 */
public record Manner(double pace, double gain) {
  /** As the voice speaks by itself. */
  public static final Manner PLAIN = new Manner(1, 1);

  public Manner {
    Check.that(pace >= 0.5 && pace <= 2, "pace", pace, "0.5 to 2");
    Check.that(gain >= 0.05 && gain <= 2, "gain", gain, "0.05 to 2");
  }
}
