package io.heyue.voice.bridge;

import io.heyue.voice.media.Feed;
import org.jspecify.annotations.Nullable;

/** Gives a frame of 160 samples at a time; asked by the thread that sends for all streams. */
interface Source {
  int FRAME = 160;

  /** The next frame; null where there is none now. */
  short @Nullable [] next();

  /**
   * What one leg says, for another to hear. Their clocks differ: where frames come faster than they
   * are asked for, one is dropped, and where they come slower, one is left out.
   */
  static Source of(Feed feed) {
    return () -> {
      short[] frame = new short[FRAME];
      return feed.read(frame, 0, FRAME) == FRAME ? frame : null;
    };
  }
}
