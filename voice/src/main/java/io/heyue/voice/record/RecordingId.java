package io.heyue.voice.record;

import java.util.Optional;
import java.util.UUID;

/** Which recording. Immutable. */
public record RecordingId(UUID value) {
  private static final int LENGTH = 36;

  /** The id that {@code text} is, if it is one as {@link #toString} writes it. */
  public static Optional<RecordingId> find(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      RecordingId id = new RecordingId(UUID.fromString(text));
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
