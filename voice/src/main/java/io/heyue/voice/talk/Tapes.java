package io.heyue.voice.talk;

import io.heyue.voice.record.Label;
import io.heyue.voice.record.Recorder;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.RecordingId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Records every call, under an id of its own where it is given none. Thread-safe. */
public final class Tapes implements Taping {
  /** So long after a recording failed to begin, as where the disk is full, none is counted on. */
  static final Duration REST = Duration.ofMinutes(1);

  private final Taping recorders;
  private final InstantSource clock;
  private volatile Instant failed = Instant.MIN;

  Tapes(Taping recorders, InstantSource clock) {
    this.recorders = recorders;
    this.clock = clock;
  }

  /**
   * @param label what is said of the machine's voice in each recording
   */
  public static Taping by(Recorders recorders, Label label, InstantSource clock) {
    return new Tapes(
        id ->
            recorders.begin(
                id.orElseGet(() -> new RecordingId(UUID.randomUUID())), clock.instant(), label),
        clock);
  }

  @Override
  public Recorder begin(Optional<RecordingId> id) throws IOException {
    try {
      Recorder begun = recorders.begin(id);
      failed = Instant.MIN;
      return begun;
    } catch (IOException e) {
      failed = clock.instant();
      throw e;
    }
  }

  @Override
  public boolean well() {
    Instant last = failed;
    return last.equals(Instant.MIN) || !clock.instant().isBefore(last.plus(REST));
  }
}
