/**
 * The first understanding: a small sentence encoder per language, run in process by ONNX Runtime,
 * and linear heads trained in the build from the examples of {@code data/lexicon}.
 *
 * <p>The key to understanding it is {@link io.heyue.brain.encoder.ModelListener}: an utterance goes
 * through language, entities, intents and emotion there, once and without turning back. {@link
 * io.heyue.brain.encoder.HeadTrainer} makes what it loads. Only these two are public; everything
 * else may be called from this package alone. No word of an utterance is logged or kept.
 */
@NullMarked
package io.heyue.brain.encoder;

import org.jspecify.annotations.NullMarked;
