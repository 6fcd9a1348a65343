package io.heyue.voice.hear;

/**
 * How a piece of speech sounds, whoever says it.
 *
 * @param pitch median, in semitones above 100 Hz
 * @param pitchRange from its tenth to its ninetieth hundredth, in semitones
 * @param loudness of what isn't pause, in dBFS
 * @param loudnessRange from its tenth to its ninetieth hundredth, in decibels
 * @param rate syllable nuclei in a second of what isn't pause
 * @param pauses the share of time in silences of 200 ms or more, 0 to 1
 */
public record ProsodyMeasure(
    double pitch,
    double pitchRange,
    double loudness,
    double loudnessRange,
    double rate,
    double pauses) {
  double[] values() {
    return new double[] {pitch, pitchRange, loudness, loudnessRange, rate, pauses};
  }
}
