package io.heyue.brain.book;

import java.io.Serial;

/** One value can't be read; {@link Entry} turns it into a {@link Flaw} and goes on. */
final class Unreadable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final String reason;

  Unreadable(int line, String message) {
    super(message);
    this.line = line;
    this.reason = message;
  }

  int line() {
    return line;
  }

  /** What is wrong, and what was maybe meant. */
  String reason() {
    return reason;
  }
}
