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
  private final TalkParts.Works works;
  private final Runnable lost;
  private volatile @Nullable Recorder recorder;
  private volatile @Nullable Overheard overheard;
  private volatile long from;
  private volatile boolean unwanted;

  /**
   * @param works where it is recorded, and who listens
   * @param lost is run where it can't be recorded any further; on any thread
   */
  Tape(TalkParts.Works works, Runnable lost) {
    this.works = works;
    this.lost = lost;
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
   * @return whether it is recorded, where it has to be; else the call isn't held
   */
  boolean begins(long at, Optional<RecordingId> id) {
    from = at;
    try {
      if (works.taping().isPresent() && !unwanted) {
        record(works.taping().get().begin(id));
      }
    } catch (IOException e) {
      works.faults().accept(e);
      return false;
    }
    overheard = works.overhearing().map(each -> each.begin(id)).orElse(null);
    return true;
  }

  private void record(Recorder begun) {
    recorder = begun;
    var _ =
        begun
            .summary()
            .whenComplete((_, fault) -> {
              if (fault != null) {
                works.faults().accept(fault);
                lost.run();
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
