package io.heyue.voice.media;

/**
 * The keys of a stream. Immutable.
 *
 * @param ours by which we encrypt
 * @param theirs by which the other side does
 */
public record SrtpKeys(SrtpKey ours, SrtpKey theirs) {}
