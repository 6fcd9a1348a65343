package io.heyue.voice.record;

import java.io.IOException;

/** A key is missing, or doesn't fit. */
public final class KeyFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public KeyFailure(String message) {
    super(message);
  }

  public KeyFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
