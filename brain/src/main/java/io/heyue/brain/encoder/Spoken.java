package io.heyue.brain.encoder;

import io.heyue.core.base.PersonName;
import java.util.Optional;

/**
 * An utterance, as it was said and as the model reads it.
 *
 * @param text as it was said
 * @param retold the same in Mandarin, all of it
 * @param plain the same as {@link PlainText}, of a long one the head and the tail
 * @param after the move that it may answer; empty for none
 * @param sought the name of whom we asked for
 */
record Spoken(
    String text, String retold, String plain, String after, Optional<PersonName> sought) {}
