package io.heyue.voice.talk;

import io.heyue.voice.record.Recorder;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The recording of one call, if it is recorded, and whoever listens to it. Frames come on the
 * thread of all audio.
 */
final class Tape {
  private final Optional<Taping> taping;
  private final Optional<Overhearing> overhearing;
  private volatile @Nullable Recorder recorder;
  private volatile @Nullable Overheard overheard;
  private volatile long from;
  private volatile boolean unwanted;

  Tape(Optional<Taping> taping, Optional<Overhearing> overhearing) {
    this.taping = taping;
    this.overhearing = overhearing;
  }

  /** From now on nothing begins to be recorded. */
  void unwanted() {
    unwanted = true;
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
    from = at;
    if (taping.isPresent() && !unwanted) {
      record(taping.get().begin(id), lost);
    }
    overheard = overhearing.map(Overhearing::begin).orElse(null);
  }

  private void record(Recorder begun, Consumer<Throwable> lost) {
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
    Overheard listening = overheard;
    if (listening != null) {
      listening.heard(frame, at);
    }
  }

  void sent(short[] frame, long at) {
    Recorder now = recorder;
    if (now != null && at >= from) {
      now.played(frame, at - from);
    }
    Overheard listening = overheard;
    if (listening != null) {
      listening.sent(frame, at);
    }
  }

  /** The call is over; what was recorded is told once it is sealed, on any thread. */
  void end(Consumer<RecordingSummary> sealed) {
    Recorder now = recorder;
    recorder = null;
    Overheard listening = overheard;
    overheard = null;
    if (listening != null) {
      listening.ended();
    }
    if (now != null) {
      var _ = now.end().thenAccept(sealed);
    }
  }
}
