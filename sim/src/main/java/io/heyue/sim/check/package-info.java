/**
 * Judges of conversations and contacts that know the law by themselves: they read only what was
 * said and recorded, and may import neither the guard nor the rule book.
 *
 * <p>The key to understanding it is {@link io.heyue.sim.check.Checkers}.
 */
@NullMarked
package io.heyue.sim.check;

import org.jspecify.annotations.NullMarked;
