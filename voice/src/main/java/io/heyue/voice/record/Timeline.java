package io.heyue.voice.record;

import io.heyue.voice.audio.Companding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Lays frames of both sides at their places and gives out a block once nothing of it is awaited:
 * when something came that is a second or more behind its end. What stands at a place stays; what
 * comes later for the same place is left out. Not thread-safe.
 */
final class Timeline {
  /** Takes blocks, in order. */
  interface Taker {
    /**
     * @param plain frames lost, frames out of place, pairs of A-law; overwritten after the call
     */
    void block(byte[] plain) throws IOException;
  }

  /** No call is longer, in samples: four hours. */
  static final long LONGEST = 4L * 3_600 * Companding.RATE;

  /** So far may a frame lie behind what came before: an hour. */
  static final long FURTHEST = 3_600L * Companding.RATE;

  static final int FRAME = 160;

  private static final int SIZE = Blocks.SAMPLES;
  private static final int COUNTS = 8;
  private static final byte SILENCE = Companding.PCMA.encode(new short[1])[0];

  /** Pairs of two blocks. */
  private final byte[] pairs = new byte[4 * SIZE];

  private final boolean[] laid = new boolean[4 * SIZE];
  private final byte[] plain = new byte[COUNTS + 2 * SIZE];
  private final Taker out;

  /** The place of the first pair. */
  private long base;

  private long end;
  private int misplaced;

  Timeline(Taker out) {
    this.out = out;
    Arrays.fill(pairs, SILENCE);
  }

  /**
   * Lays a frame.
   *
   * @param side 0 left, 1 right
   * @param lost frames that never came here so far
   */
  void lay(int side, short[] frame, long at, int lost) throws IOException {
    long beyond = at + FRAME;
    if (at < 0 || beyond > LONGEST || beyond > end + FURTHEST) {
      misplaced++;
      return;
    }
    while (beyond > base + 2L * SIZE) {
      give(lost);
    }
    byte[] codes = Companding.PCMA.encode(frame);
    boolean all = true;
    for (int sample = 0; sample < FRAME; sample++) {
      long place = 2 * (at + sample - base) + side;
      if (place < 0 || laid[(int) place]) {
        all = false;
      } else {
        pairs[(int) place] = codes[sample];
        laid[(int) place] = true;
      }
    }
    end = Math.max(end, beyond);
    if (!all) {
      misplaced++;
    }
  }

  /** Gives out what is left. */
  void finish(int lost) throws IOException {
    while (end > base) {
      give(lost);
    }
  }

  /** Samples from the beginning to the end of the last frame. */
  long length() {
    return end;
  }

  /** Frames of which not all could be laid. */
  int misplaced() {
    return misplaced;
  }

  private void give(int lost) throws IOException {
    ByteBuffer.wrap(plain).putInt(lost).putInt(misplaced).put(pairs, 0, 2 * SIZE);
    out.block(plain);
    System.arraycopy(pairs, 2 * SIZE, pairs, 0, 2 * SIZE);
    System.arraycopy(laid, 2 * SIZE, laid, 0, 2 * SIZE);
    Arrays.fill(pairs, 2 * SIZE, 4 * SIZE, SILENCE);
    Arrays.fill(laid, 2 * SIZE, 4 * SIZE, false);
    base += SIZE;
  }
}
