/**
 * Words as they were meant: texts brought back from the ways in which they are hidden, what they
 * may do to somebody, and whether they can be understood at all.
 *
 * <p>The key to understanding it is {@link io.heyue.core.words.Plain}: a normalised text that knows
 * of each of its characters where it stood in the original. {@link io.heyue.core.words.Normaliser}
 * makes it; {@link io.heyue.core.words.WordSense} is the port through which a trained head says
 * what it senses in it. Pure; the tables are handed in.
 */
@NullMarked
package io.heyue.core.words;

import org.jspecify.annotations.NullMarked;
