/**
 * The understanding: an encoder for each language, run in process by ONNX Runtime, and rules beside
 * it that are read from {@code data/lexicon}.
 *
 * <p>The key to understanding it is {@link io.heyue.brain.encoder.ModelListener}: an utterance goes
 * through language, dialect, entities, intents and emotion there, once and without turning back.
 * What else is public serves training and measuring. No word of an utterance is logged or kept.
 */
@NullMarked
package io.heyue.brain.encoder;

import org.jspecify.annotations.NullMarked;
