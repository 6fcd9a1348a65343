package io.heyue.voice.line;

import java.util.Locale;

/** Where a call stands. */
public enum CallState {
  /** Nobody was asked yet. */
  NEW,
  /** We called; nobody gave a sign yet. */
  CALLING,
  /** We proved who we are, and called again. */
  PROVING,
  /** We proved it with a new number, since the old one had grown too old. */
  PROVING_AGAIN,
  /** The network looks for them. */
  PROCEEDING,
  /** The same after our proof. */
  PROVEN,
  /** The same after our second proof; there is no third. */
  PROVEN_AGAIN,
  /** It rings over there. */
  RINGING,
  /** The network or a machine speaks before anybody took the call. */
  EARLY,
  /** We want no call any more, but nobody gave a sign that could be cancelled. */
  QUITTING,
  /** We cancelled it; they may have taken it at the same moment. */
  CANCELLING,
  /** Somebody calls us. */
  OFFERED,
  /** We took their call; they haven't confirmed yet. */
  ANSWERING,
  /** We took their call and want it no more, but they haven't confirmed yet. */
  DROPPING,
  /** Both speak. */
  UP,
  /** We hung up; they haven't confirmed yet. */
  LEAVING,
  /** It is over. */
  ENDED;

  /** We called and nobody's phone rang yet. */
  boolean asked() {
    return switch (this) {
      case CALLING, PROVING, PROVING_AGAIN, PROCEEDING, PROVEN, PROVEN_AGAIN -> true;
      case NEW, RINGING, EARLY, QUITTING, CANCELLING -> false;
      case OFFERED, ANSWERING, DROPPING, UP, LEAVING, ENDED -> false;
    };
  }

  /** Somebody took the call. */
  boolean talked() {
    return this == ANSWERING || this == UP || this == LEAVING;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
