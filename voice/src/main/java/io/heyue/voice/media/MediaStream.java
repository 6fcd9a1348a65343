package io.heyue.voice.media;

import io.heyue.voice.rtp.Key;
import java.time.Duration;

/** The media of one call, by {@link MediaEngine#open}. Thread-safe. */
public interface MediaStream extends AutoCloseable {
  /** The port at which its media comes in, as the session description names it. */
  int localPort();

  /**
   * Says who the other side is; again whenever offer and answer agreed anew. Our source and the
   * numbers of packets go on. With other keys than before, encryption begins anew.
   */
  void connect(Remote remote);

  /**
   * Plays something after all that was to be played before; waits while we may not send.
   *
   * @throws IllegalStateException if a thousand are waiting
   */
  PlaybackId play(Playback playback);

  /**
   * Stops all that is played or waits to be: once it returns, nothing more of it is sent. What was
   * sent of each is reported within 20 ms. Keys are not stopped.
   */
  void flush();

  /**
   * Presses a key, in order with what is played (RFC 4733).
   *
   * @param held for how long, 20 ms to 8 s
   * @throws IllegalStateException if nobody agreed on how keys are sent
   */
  void press(Key key, Duration held);

  StreamFigures figures();

  /** Ends it; returns at once. Its ports are free when the listener is told so. */
  @Override
  void close();
}
