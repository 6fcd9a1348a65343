package io.heyue.core.channel;

import io.heyue.core.base.Check;

/**
 * How somebody's voice sounded while they said something, against their own beginning of the call:
 * each in standard deviations, 0 as then, above it more. It is held in memory for one turn and
 * never written down.
 *
 * @param pitch how high
 * @param pitchRange how far the pitch moved
 * @param loudness how loud
 * @param loudnessRange how far the loudness moved
 * @param rate how fast
 * @param pauses how much of the time was silence
 */
public record VoiceTone(
    double pitch,
    double pitchRange,
    double loudness,
    double loudnessRange,
    double rate,
    double pauses) {
  public VoiceTone {
    finite("pitch", pitch);
    finite("pitchRange", pitchRange);
    finite("loudness", loudness);
    finite("loudnessRange", loudnessRange);
    finite("rate", rate);
    finite("pauses", pauses);
  }

  private static void finite(String name, double value) {
    Check.that(Double.isFinite(value), name, value, "a finite number");
  }

  /** Hides how it sounded. */
  @Override
  public String toString() {
    return "VoiceTone[]";
  }
}
