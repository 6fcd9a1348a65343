package io.heyue.voice.line;

import java.util.Locale;

/** What is done when something happens to a call. */
public enum CallStep {
  SEND_INVITE,
  SEND_PROOF,
  SEND_ACK,
  SEND_CANCEL,
  SEND_BYE,
  /** 100 and 180. */
  SEND_RINGING,
  /** 200 to their INVITE. */
  SEND_ANSWER,
  /** 200 to their BYE. */
  SEND_DONE,
  /** 603 or what else fits. */
  SEND_REFUSAL,
  /** 487 to their INVITE. */
  SEND_TERMINATED,
  START_MEDIA,
  STOP_MEDIA,
  /** The same person may be called by the next trunk: nobody's phone has rung. */
  TRY_ELSEWHERE,
  TELL_RINGING,
  TELL_UP,
  TELL_ENDED;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
