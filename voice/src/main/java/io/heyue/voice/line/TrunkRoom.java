package io.heyue.voice.line;

/**
 * What is free of all trunks that are well.
 *
 * @param channels how many more calls may stand
 * @param rate how many of them may begin within this second
 */
public record TrunkRoom(int channels, int rate) {}
