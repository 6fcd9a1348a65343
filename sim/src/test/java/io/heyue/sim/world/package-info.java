/** Tries the world of the simulated world. */
@NullMarked
package io.heyue.sim.world;

import org.jspecify.annotations.NullMarked;
