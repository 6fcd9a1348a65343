package io.heyue.voice.media;

import io.heyue.voice.rtp.Key;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens on a stream. Never called by two threads at once. All but {@link #closed} is called
 * by the thread that sends for all streams: hand on what takes longer than a tenth of a
 * millisecond, and never wait. What it throws closes the stream.
 */
public interface StreamListener {
  /**
   * A frame was heard: one every 20 ms from the first connect on, silence where nothing came; some
   * at once where the machine was late.
   *
   * @param frame 160 samples, the listener's own
   * @param at the place of its first sample since the stream was first connected; jumps where the
   *     machine stood still for longer than 640 ms
   */
  default void heard(short[] frame, long at) {}

  /**
   * A frame of what is played went onto the wire.
   *
   * @param frame 160 samples, the listener's own
   * @param at the place of its first sample since the stream was first connected, as with {@link
   *     #heard}
   */
  default void sent(short[] frame, long at) {}

  /** The other side pressed a key. */
  default void pressed(Key key) {}

  /**
   * Nothing came for a while, though we listen. Told once; again only after something came.
   *
   * @param since for how long
   */
  default void silent(Duration since) {}

  /** Something was played, to its end or not. */
  default void played(Played played) {}

  /**
   * The stream is closed and its ports are free. The last call, once.
   *
   * @param fault why, where nobody asked for it
   */
  default void closed(StreamFigures figures, Optional<Throwable> fault) {}
}
