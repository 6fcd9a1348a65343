package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;

/**
 * A sentence of the lexicon and what it means.
 *
 * @param after what we had asked or said before, in the lexicon's words; empty where it doesn't
 *     matter
 */
record Example(String text, String after, Intent intent) {}
