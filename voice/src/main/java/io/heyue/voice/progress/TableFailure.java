package io.heyue.voice.progress;

/**
 * A table can't be used. The message names file, line, column and value, and what to do; the system
 * does not start with such a table.
 */
public final class TableFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableFailure(String message) {
    super(message);
  }
}
