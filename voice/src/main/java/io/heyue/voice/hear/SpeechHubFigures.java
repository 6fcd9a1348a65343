package io.heyue.voice.hear;

import java.time.Duration;

/**
 * What a hub did so far. Immutable.
 *
 * @param scored frames that the model judged
 * @param silent frames that were silence without being judged
 * @param batches how often the model was asked
 * @param busy how long all that took the hub's thread
 * @param longest the longest that one tick took
 * @param dropped samples that were thrown away on all lines
 */
public record SpeechHubFigures(
    long scored, long silent, long batches, Duration busy, Duration longest, long dropped) {}
