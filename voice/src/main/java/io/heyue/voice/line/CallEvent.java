package io.heyue.voice.line;

import java.util.Locale;

/** What may happen to a call. */
public enum CallEvent {
  /** We want it. */
  DIAL,
  /** They want proof of who we are (401, 407). */
  CHALLENGED,
  /** They want it again, since the number in it is too old. */
  STALE,
  /** The network took it on (100, 181, 182). */
  TRYING,
  /** It rings (180). */
  RINGING,
  /** Something is to be heard before it is taken (183, or 180 with media). */
  EARLY_MEDIA,
  /** They took it (2xx). */
  ANSWERED,
  /** They, or the network for them, refused it (3xx to 6xx), or confirm that it was cancelled. */
  REFUSED,
  /** The trunk is at fault: no way to it, an error of its own, or no sign in time. */
  TRUNK_FAILED,
  /** We want it no more. */
  HANG_UP,
  /** They call. */
  INVITED,
  /** We take it. */
  ACCEPT,
  /** They confirm that we took it (ACK). */
  CONFIRMED,
  /** They want it no more, before we took it (CANCEL). */
  PEER_CANCELLED,
  /** They hung up (BYE). */
  PEER_LEFT,
  /** They confirm that we hung up. */
  DONE,
  /** They gave no sign within the time that this state may take. */
  NO_SIGN;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
