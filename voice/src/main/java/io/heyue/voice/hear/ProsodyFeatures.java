package io.heyue.voice.hear;

/**
 * How a piece of speech sounds against the speaker's own beginning, each in standard deviations: 0
 * is as then, 2 is clearly higher, louder, faster. Advice only: on acted Mandarin such features
 * tell emotions apart with a mean recall of 0.41, so they decide nothing without words.
 */
public record ProsodyFeatures(
    double pitch,
    double pitchRange,
    double loudness,
    double loudnessRange,
    double rate,
    double pauses) {}
