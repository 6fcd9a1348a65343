/** Tries simulated people on the telephone. */
@NullMarked
package io.heyue.sim.phone;

import org.jspecify.annotations.NullMarked;
