package io.heyue.sim.kill;

import io.heyue.core.base.Rng;
import io.heyue.voice.media.Playback;

/**
 * A line on which nobody speaks, without end: noise far below speech, so that a recording shows how
 * far it goes and nobody's turn is heard in it.
 */
final class LineNoise implements Playback {
  /** About 45 dB below full scale. */
  private static final int LOUDEST = 180;

  private final Rng rng;

  LineNoise(long seed) {
    this.rng = Rng.seeded(seed);
  }

  @Override
  public int read(short[] into, int from, int count) {
    for (int at = from; at < from + count; at++) {
      into[at] = (short) (rng.nextInt(2 * LOUDEST + 1) - LOUDEST);
    }
    return count;
  }
}
