package io.heyue.voice.recognise;

/** One utterance being heard. Not thread-safe; each method may take a while and may wait. */
public interface Listening extends AutoCloseable {
  /**
   * Hears what came next.
   *
   * @param samples linear, {@link Recogniser#RATE} a second; any number of them
   * @throws RecogniserFailure where it can't go on
   */
  void hear(short[] samples);

  /** What was understood up to now; it may change with what comes next. */
  Heard sofar();

  /**
   * The same where they seem to have fallen silent: worth another look though little is new, since
   * {@link #finish} may follow at once.
   */
  default Heard pausing() {
    return sofar();
  }

  /** What was understood of all of it. Nothing is heard after it. */
  Heard finish();

  /** Gives back what it holds; nothing happens the second time. */
  @Override
  void close();
}
