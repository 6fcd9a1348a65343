package io.heyue.app.cli;

/** A command that can't go on; its message says why, and what to do. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  Stopped(String message) {
    super(message);
  }
}
