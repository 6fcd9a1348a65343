package io.heyue.voice.sip;

/** Signalling can't begin, or a message can't be made or sent; the message says which and why. */
public final class SipFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SipFailure(String message) {
    super(message);
  }

  public SipFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
