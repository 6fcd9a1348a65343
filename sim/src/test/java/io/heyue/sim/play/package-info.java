/** Tries the play of the simulated world. */
@NullMarked
package io.heyue.sim.play;

import org.jspecify.annotations.NullMarked;
