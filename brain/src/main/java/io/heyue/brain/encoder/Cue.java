package io.heyue.brain.encoder;

import io.heyue.core.base.Span;

/**
 * A word of the lexicon where it was found.
 *
 * @param weight how much it says, 0 to 1
 */
record Cue(String word, Span span, double weight) {}
