/**
 * Conversations in memory, with the same kernel and data as the running system: one to be read, one
 * from a script, or a thousand to be counted.
 *
 * <p>The key to understanding it is {@link io.heyue.sim.play.Parley}.
 */
@NullMarked
package io.heyue.sim.play;

import org.jspecify.annotations.NullMarked;
