package io.heyue.voice.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague is told before they are joined. It is made while their phone rings, and begins
 * with a moment in which they take it to their ear. Heard by one leg from its beginning.
 */
final class Whisper implements Source {
  /** 0.4 s. */
  private static final int LEAD = 20;

  private final Runnable told;
  private volatile short @Nullable [] samples;

  /** Frames of the lead that were heard. */
  private int lead;

  private int at;
  private boolean over;

  /**
   * @param told is run once it was told to its end, by the thread that sends; it must not wait
   */
  Whisper(Runnable told) {
    this.told = told;
  }

  /**
   * What is to be told.
   *
   * @param sound 8,000 samples a second; none where it can't be told
   */
  void made(short[] sound) {
    samples = sound;
  }

  @Override
  public short @Nullable [] next() {
    short[] sound = samples;
    if (lead < LEAD) {
      lead++;
      return null;
    }
    if (sound == null || over) {
      return null;
    }
    if (at >= sound.length) {
      over = true;
      told.run();
      return null;
    }
    short[] frame = Arrays.copyOfRange(sound, at, at + FRAME);
    at += FRAME;
    return frame;
  }
}
