package io.heyue.voice.media;

/**
 * Which of the things that a stream was told to play. Immutable.
 *
 * @param number counts up from 1 in each stream
 */
public record PlaybackId(long number) {}
