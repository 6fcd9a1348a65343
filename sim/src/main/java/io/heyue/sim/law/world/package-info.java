/**
 * The worlds of the law fuzzer: lenders, people, and a story of what happens among them.
 *
 * <p>What: {@link io.heyue.sim.law.world.World} is drawn from a seed by {@link
 * io.heyue.sim.law.world.Worlds}; its story is a list of {@link io.heyue.sim.law.world.Happening}s,
 * of which any part is a story too, so that a failure can be shrunk. {@link
 * io.heyue.sim.law.world.Town} is the world while the story is told, {@link
 * io.heyue.sim.law.world.Log} what was done in it.
 *
 * <p>Why apart: those who judge by the law and those who check the judgment both look at this, and
 * nothing here knows a rule. No class here may import {@code core.law} or {@code core.compliance}.
 */
@NullMarked
package io.heyue.sim.law.world;

import org.jspecify.annotations.NullMarked;
