package io.heyue.voice.talk;

import io.heyue.voice.record.Recorder;
import io.heyue.voice.record.RecordingId;
import java.io.IOException;
import java.util.Optional;

/** Has calls recorded. Thread-safe. */
@FunctionalInterface
public interface Taping {
  /**
   * Begins to record a call that somebody took just now.
   *
   * @param id under which it is recorded; empty for one of its own
   * @throws IOException where it can't be recorded; then the call isn't held
   */
  Recorder begin(Optional<RecordingId> id) throws IOException;

  /** Whether a call that begins now can be recorded, as far as is known. */
  default boolean well() {
    return true;
  }
}
