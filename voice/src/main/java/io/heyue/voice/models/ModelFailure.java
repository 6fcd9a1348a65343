package io.heyue.voice.models;

/** A model can't be had; says which, what is wrong with it and what to do. */
public final class ModelFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ModelFailure(String message) {
    super(message);
  }

  public ModelFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
