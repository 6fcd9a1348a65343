package io.heyue.voice.talk;

import io.heyue.voice.record.Label;
import io.heyue.voice.record.Recorders;
import io.heyue.voice.record.RecordingId;
import java.time.InstantSource;
import java.util.UUID;

/** Records every call, under an id of its own where it is given none. */
public final class Tapes {
  private Tapes() {}

  /**
   * @param label what is said of the machine's voice in each recording
   */
  public static Taping by(Recorders recorders, Label label, InstantSource clock) {
    return id ->
        recorders.begin(
            id.orElseGet(() -> new RecordingId(UUID.randomUUID())), clock.instant(), label);
  }
}
