/**
 * The world that simulated people live in: its clock, its lenders, who owes what. Everything is
 * invented by rule from a seed; nobody in it exists, no number in it can be dialled.
 *
 * <p>The key to understanding it is {@link io.heyue.sim.world.Sample}.
 */
@NullMarked
package io.heyue.sim.world;

import org.jspecify.annotations.NullMarked;
