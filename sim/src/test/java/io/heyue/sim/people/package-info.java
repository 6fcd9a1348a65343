/** Tries the people of the simulated world. */
@NullMarked
package io.heyue.sim.people;

import org.jspecify.annotations.NullMarked;
