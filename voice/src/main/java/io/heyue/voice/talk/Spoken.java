package io.heyue.voice.talk;

/**
 * What of a saying went onto the wire.
 *
 * @param id of the saying
 * @param characters of its sentences, one after the other, that were said; a word that was cut off
 *     isn't counted
 * @param whole whether it was all
 */
public record Spoken(long id, int characters, boolean whole) {}
