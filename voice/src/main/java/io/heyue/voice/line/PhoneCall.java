package io.heyue.voice.line;

import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.SipAddress;
import java.time.Duration;

/** A call as whoever speaks in it handles it, by whatever way it goes. Thread-safe. */
public interface PhoneCall {
  /** Plays something after all that was to be played before; waits until both can be heard. */
  PlaybackId play(Playback playback);

  /** Falls silent: once it returns, nothing more of what is played goes out. */
  void flush();

  /** Presses a key, in order with what is played. */
  void press(Key key, Duration held);

  /** Puts them on hold or takes them back. */
  void hold(boolean on);

  /** Asks their side to call somebody else in our place. */
  void transfer(SipAddress to);

  /** Ends it, wherever it stands. */
  void hangUp();
}
