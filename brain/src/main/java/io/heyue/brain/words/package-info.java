/**
 * What the guard of words consults: the tables of hidden words, and a linear head that is trained
 * in the build from the examples of {@code data/words}.
 *
 * <p>The key to understanding it is {@link io.heyue.brain.words.Ears}: it reads the tables and
 * opens the heads, or says why it can't. {@link io.heyue.brain.words.WordTrainer} makes what it
 * loads. Only these two are public.
 */
@NullMarked
package io.heyue.brain.words;

import org.jspecify.annotations.NullMarked;
