/** Tries the check of the simulated world. */
@NullMarked
package io.heyue.sim.check;

import org.jspecify.annotations.NullMarked;
