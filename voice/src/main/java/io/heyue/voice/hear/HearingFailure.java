package io.heyue.voice.hear;

/** The model that hears can't be had, or failed. Without it nobody may be called: we were deaf. */
public final class HearingFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  HearingFailure(String message) {
    super(message);
  }

  HearingFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
