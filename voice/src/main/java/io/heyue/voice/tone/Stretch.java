package io.heyue.voice.tone;

import java.time.Duration;
import java.util.Optional;

/** Tells stretches of sound and rest apart, over single pieces that are otherwise. */
final class Stretch {
  /**
   * One that ended.
   *
   * @param sounding whether there was sound
   */
  record Ended(boolean sounding, Duration length) {}

  private boolean sounding;
  private Duration length = Duration.ZERO;
  private Duration doubtful = Duration.ZERO;
  private boolean doubted;

  /** The stretch that is over, at the second piece in a row that is otherwise. */
  Optional<Ended> came(boolean sound, Duration piece) {
    if (sound == sounding) {
      length = length.plus(doubtful).plus(piece);
      doubtful = Duration.ZERO;
      doubted = false;
      return Optional.empty();
    }
    doubtful = doubtful.plus(piece);
    if (!doubted) {
      doubted = true;
      return Optional.empty();
    }
    Ended ended = new Ended(sounding, length);
    sounding = sound;
    length = doubtful;
    doubtful = Duration.ZERO;
    doubted = false;
    return Optional.of(ended);
  }
}
