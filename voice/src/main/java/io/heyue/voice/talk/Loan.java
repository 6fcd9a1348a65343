package io.heyue.voice.talk;

import io.heyue.voice.media.Playback;

/**
 * A call that is lent. What is asked of it once the call is over, or was given back, does nothing.
 * Thread-safe; nothing waits.
 */
public interface Loan {
  /** Plays something after all that was to be played before; for when the call was lent. */
  void play(Playback playback);

  /**
   * The talk goes on as before, with what it was asked to say meanwhile. What the borrower plays is
   * stopped. Also before the call was lent: then it never is.
   */
  void giveBack();

  /** It is never given back: the talk listens to it and speaks no more. */
  void keep();

  /** Ends the call. */
  void hangUp();
}
