package io.heyue.voice.talk;

import io.heyue.voice.record.Recorder;
import java.io.IOException;

/** Has calls recorded. Thread-safe. */
@FunctionalInterface
public interface Taping {
  /**
   * Begins to record a call that somebody took just now.
   *
   * @throws IOException where it can't be recorded; then the call isn't held
   */
  Recorder begin() throws IOException;
}
