package io.heyue.voice.media;

import io.heyue.core.base.Check;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is played as it comes into being: by a voice that still speaks, or by the other side of a
 * bridge. Holds 60 ms at most, so that stopping it stops it. Thread-safe: one puts frames in,
 * another plays them.
 */
public final class Feed implements Playback {
  /** Frames that it holds at most. */
  public static final int MOST = 3;

  private final Deque<short[]> frames = new ArrayDeque<>();
  private int at;
  private boolean ended;

  /**
   * Puts samples in.
   *
   * @param samples a frame, or less at the end
   * @return whether there was room; if not, come again once some of it was played
   */
  public synchronized boolean offer(short[] samples) {
    Check.that(
        samples.length > 0 && samples.length <= Frame.SAMPLES,
        "samples",
        samples.length,
        "1 to 160");
    Check.that(!ended, "ended", ended, "false");
    if (frames.size() == MOST) {
      return false;
    }
    frames.add(samples.clone());
    return true;
  }

  /** No more comes. */
  public synchronized void end() {
    ended = true;
  }

  @Override
  public synchronized int read(short[] into, int from, int count) {
    short[] first = frames.peek();
    if (first == null) {
      return ended ? END : 0;
    }
    int read = Math.min(count, first.length - at);
    System.arraycopy(first, at, into, from, read);
    at += read;
    if (at == first.length) {
      frames.remove();
      at = 0;
    }
    return read;
  }
}
