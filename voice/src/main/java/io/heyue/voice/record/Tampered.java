package io.heyue.voice.record;

import java.nio.file.Path;

/**
 * A file that isn't what was recorded. Nothing of its sound is given out. Immutable.
 *
 * @param block the first that doesn't hold: 0 the head, from 1 a second of sound each, the last the
 *     seal
 * @param why in a few words, to follow the file's name
 */
public record Tampered(Path file, int block, String why) implements Opened {}
