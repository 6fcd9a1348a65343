package io.heyue.app.engine;

/** A wish to be told of new messages, until it is closed. */
public interface Watch extends AutoCloseable {
  @Override
  void close();
}
