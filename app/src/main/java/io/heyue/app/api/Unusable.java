package io.heyue.app.api;

/** A request that can be read but not carried out. Its message holds no value of a person. */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unusable(String message) {
    super(message);
  }
}
