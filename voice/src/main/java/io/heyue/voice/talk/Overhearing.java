package io.heyue.voice.talk;

import io.heyue.voice.record.RecordingId;
import java.util.Optional;

/** Has calls listened to while they are held. Thread-safe. */
@FunctionalInterface
public interface Overhearing {
  /**
   * Somebody took a call just now.
   *
   * @param id under which it would be recorded; empty where it is known by none
   */
  Overheard begin(Optional<RecordingId> id);
}
