package io.heyue.voice.sip;

/** Signalling can't begin, or a message can't be made or sent; the message says which and why. */
public final class SipFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong, without the numbers that messages of the library quote. */
  public static String told(Throwable thrown) {
    return thrown.toString().replaceAll("\\d{5,}", "…");
  }

  public SipFailure(String message) {
    super(message);
  }

  public SipFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
