/**
 * Kills the running system in the middle of its calls, and holds its books against what the people
 * at the other end saw. Begin with {@link io.heyue.sim.kill.KillProof}.
 */
@NullMarked
package io.heyue.sim.kill;

import org.jspecify.annotations.NullMarked;
