package io.heyue.app.cli;

/** The command line can't be understood; the message says what was meant. Exit code 2. */
final class Misused extends RuntimeException {
  private static final long serialVersionUID = 1;

  Misused(String message) {
    super(message);
  }
}
