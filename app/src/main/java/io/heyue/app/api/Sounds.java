package io.heyue.app.api;

import io.heyue.voice.record.RecordingId;
import io.heyue.voice.talk.LiveCalls;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls that stand, by the id of their conversation. Thread-safe. */
final class Sounds {
  private final List<LiveCalls> live;

  Sounds(List<LiveCalls> live) {
    this.live = List.copyOf(live);
  }

  boolean stands(UUID conversation) {
    RecordingId id = new RecordingId(conversation);
    return live.stream().anyMatch(calls -> calls.stands(id));
  }

  /**
   * Listens to one.
   *
   * @return ends the listening; empty where it doesn't stand
   */
  Optional<Runnable> listen(UUID conversation, LiveCalls.Ear ear) {
    RecordingId id = new RecordingId(conversation);
    return live.stream().flatMap(calls -> calls.listen(id, ear).stream()).findFirst();
  }
}
