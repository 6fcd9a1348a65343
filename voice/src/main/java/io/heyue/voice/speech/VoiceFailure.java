package io.heyue.voice.speech;

/** A voice that couldn't speak. What should have been said is not in its message. */
public final class VoiceFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public VoiceFailure(String message) {
    super(message);
  }

  public VoiceFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
