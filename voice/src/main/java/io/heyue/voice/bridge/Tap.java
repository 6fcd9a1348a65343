package io.heyue.voice.bridge;

/**
 * Hears both directions of the caller's leg while it is lent, such as a recording does. Called by
 * the threads of all audio: it must never wait, and must not change a frame.
 */
public interface Tap {
  /** Hears nothing. */
  Tap NONE = new Tap() {};

  /**
   * A frame of 160 samples came from the caller.
   *
   * @param at the place of its first sample
   */
  default void heard(short[] frame, long at) {}

  /** A frame of 160 samples goes to the caller: whatever is mixed into it. */
  default void played(short[] frame) {}
}
