package io.heyue.voice.bridge;

import io.heyue.voice.audio.Companding;

/**
 * What whoever waits hears, so that they know that the call stands: a soft tone that swells and
 * fades without ever falling silent. None that a network signals with.
 */
final class HoldTone implements Source {
  /** G above middle C. */
  static final double HERTZ = 392;

  /** From one swell to the next, in samples: 4 s. */
  private static final int SWELL = 4 * Companding.RATE;

  private static final double SOFTEST = 250;
  private static final double LOUDEST = 1_100;

  private long at;

  @Override
  public short[] next() {
    short[] frame = new short[FRAME];
    for (int each = 0; each < frame.length; each++, at++) {
      double swell = (1 - Math.cos(2 * Math.PI * at / SWELL)) / 2;
      double loudness = SOFTEST + (LOUDEST - SOFTEST) * swell;
      frame[each] =
          (short) Math.round(loudness * Math.sin(2 * Math.PI * HERTZ * at / Companding.RATE));
    }
    return frame;
  }
}
