package io.heyue.voice.line;

import io.heyue.voice.media.Played;
import io.heyue.voice.media.StreamFigures;

/** Hears of a call and of its audio. */
public interface PhoneListener extends CallListener {
  /**
   * A frame of 20 ms was heard, silence where nothing came. Unlike all else it comes on the thread
   * of all audio: what takes long must not be done there.
   *
   * @param frame 160 samples, the listener's own
   * @param at the place of its first sample
   */
  default void heard(short[] frame, long at) {}

  /**
   * A frame of ours went onto the wire; on the thread of all audio, as {@link #heard}.
   *
   * @param frame 160 samples, the listener's own
   * @param at the place of its first sample
   */
  default void sent(short[] frame, long at) {}

  /** Something was played, to its end or not. */
  default void played(Played played) {}

  /** Nothing comes any more, though they should be heard: the way may be broken. */
  default void silent() {}

  /** What went over the wire, at the end. */
  default void figures(StreamFigures figures) {}
}
