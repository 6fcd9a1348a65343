/** The short form of the proof that a kill in the middle of calls does no harm. */
@NullMarked
package io.heyue.sim.kill;

import org.jspecify.annotations.NullMarked;
