/**
 * What somebody meant: intents, entities, emotion, language. The ports that models fill are here;
 * the models are not.
 *
 * <p>The key to understanding it is {@link io.heyue.core.understanding.Understanding}: everything
 * else makes one or is a part of one.
 */
@NullMarked
package io.heyue.core.understanding;

import org.jspecify.annotations.NullMarked;
