package io.heyue.voice.talk;

/**
 * Hears both sides of one call, on the thread of all audio: what takes long must not be done there.
 * Frames are of 20 ms, 160 samples, and not to be changed.
 */
public interface Overheard {
  /**
   * What they said, silence where nothing came.
   *
   * @param at the place of its first sample
   */
  void heard(short[] frame, long at);

  /** What we said, as {@link #heard}. */
  void sent(short[] frame, long at);

  /** The call is over; told last, on any thread. */
  void ended();
}
