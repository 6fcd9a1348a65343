/**
 * The conversation as a table: where it stands, what was said, which moves are open.
 *
 * <p>The key to understanding it is {@link io.heyue.core.dialogue.Flow}: steps and rows, read from
 * data; {@link io.heyue.core.dialogue.Negotiation} knows what can be agreed.
 */
@NullMarked
package io.heyue.core.dialogue;

import org.jspecify.annotations.NullMarked;
