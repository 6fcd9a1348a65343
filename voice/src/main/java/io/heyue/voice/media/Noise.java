package io.heyue.voice.media;

import io.heyue.core.base.Rng;

/**
 * Quiet white noise, which sounds like a line that is up. Makes the same again of the same seed.
 * Not thread-safe.
 */
final class Noise {
  /** About −65 dBm0 once either law has rounded it: 8 to 9, of 15,889 at 0 dBm0 (ITU-T G.711). */
  static final int COMFORT = 11;

  /** The loudest that another side may ask for, −50 dBm0. */
  private static final int LOUDEST = 85;

  private final Rng random;

  Noise(Rng random) {
    this.random = random;
  }

  /**
   * The amplitude of noise that a packet of comfort noise asks for (RFC 3389, 3).
   *
   * @param level how far below the loudest signal, in decibels, 0 to 127
   */
  static int amplitude(int level) {
    double mean = (1 << 15) * Math.pow(10, -level / 20.0);
    return (int) Math.min(LOUDEST, Math.round(mean * Math.sqrt(3)));
  }

  /** Samples that lie anywhere between the amplitude below and above zero. */
  short[] samples(int amplitude, int count) {
    short[] samples = new short[count];
    for (int at = 0; at < count; at++) {
      samples[at] = (short) (random.nextInt(2 * amplitude + 1) - amplitude);
    }
    return samples;
  }
}
