/**
 * The running system: the door through which it is started.
 *
 * <p>What: {@link io.heyue.app.Heyue} is the program. The packages below are the floors: {@code
 * cli} reads the command line, {@code house} wires everything in one place, {@code engine} works
 * the portfolio, {@code channel} carries messages, {@code api}, {@code page} and {@code chat} are
 * what programs, staff and borrowers see, {@code access} says who may do what.
 *
 * <p>Spring is used from here on only; the kernel, the brain and the store know nothing of it.
 */
@NullMarked
package io.heyue.app;

import org.jspecify.annotations.NullMarked;
