package io.heyue.voice.recognise;

/** Speech can't be recognised; says what is missing and what to do. Without words that were said. */
public final class RecogniserFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RecogniserFailure(String message) {
    super(message);
  }

  public RecogniserFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
