package io.heyue.voice.recognise;

import io.heyue.core.base.Lang;

/** Turns speech into words. Opened once for all calls; thread-safe. It is closed after the last. */
public interface Recogniser extends AutoCloseable {
  /** Samples a second of what it is given. */
  int RATE = 8_000;

  /** Its make and model, for records. */
  String name();

  Lang lang();

  /**
   * Whether it only ever hears one of the phrases that it expects, whatever is said: then what it
   * heard decides nothing that matters before it was confirmed by another word or by a key.
   */
  boolean closed();

  /**
   * Whether it waits for another machine: then what it hears is no work for a thread that others
   * need to compute.
   */
  default boolean remote() {
    return false;
  }

  /**
   * Begins to listen to one utterance.
   *
   * @throws RecogniserFailure where it can't
   */
  Listening listen(Expected expected);

  @Override
  void close();
}
