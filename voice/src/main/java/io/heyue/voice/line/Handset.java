package io.heyue.voice.line;

import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;

/** What whoever speaks on a call needs of it. Thread-safe. */
public interface Handset {
  /** Plays something after all that was to be played before. */
  PlaybackId play(Playback playback);

  /** Falls silent: once it returns, nothing more of what is played goes out. */
  void flush();

  void hangUp();
}
