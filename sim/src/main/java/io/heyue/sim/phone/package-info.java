/** Simulated people on the telephone: they take calls, speak, listen and press keys over real RTP. */
@NullMarked
package io.heyue.sim.phone;

import org.jspecify.annotations.NullMarked;
