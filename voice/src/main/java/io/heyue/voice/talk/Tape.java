package io.heyue.voice.talk;

import io.heyue.voice.record.Recorder;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The recording of one call, if it is recorded. Frames come on the thread of all audio. */
final class Tape {
  private final Optional<Taping> taping;
  private volatile @Nullable Recorder recorder;
  private volatile long from;

  Tape(Optional<Taping> taping) {
    this.taping = taping;
  }

  /**
   * Begins.
   *
   * @param at the sample of the call from which it is kept
   * @param id under which it is recorded; empty for one of its own
   * @param lost is told where it can't go on; on any thread
   * @throws IOException where it can't begin
   */
  void begin(long at, Optional<RecordingId> id, Consumer<Throwable> lost) throws IOException {
    if (taping.isEmpty()) {
      return;
    }
    Recorder begun = taping.get().begin(id);
    from = at;
    recorder = begun;
    var _ =
        begun
            .summary()
            .whenComplete((_, fault) -> {
              if (fault != null) {
                lost.accept(fault);
              }
            });
  }

  void heard(short[] frame, long at) {
    Recorder now = recorder;
    if (now != null && at >= from) {
      now.heard(frame, at - from);
    }
  }

  void sent(short[] frame, long at) {
    Recorder now = recorder;
    if (now != null && at >= from) {
      now.played(frame, at - from);
    }
  }

  /** The call is over; what was recorded is told once it is sealed, on any thread. */
  void end(Consumer<RecordingSummary> sealed) {
    Recorder now = recorder;
    recorder = null;
    if (now != null) {
      var _ = now.end().thenAccept(sealed);
    }
  }
}
