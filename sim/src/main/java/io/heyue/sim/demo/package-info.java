/**
 * The demonstration: the running system with a virtual clock, a sample lender, and simulated people
 * who get its messages, open its links, talk, and pay or don't. Begin with {@link
 * io.heyue.sim.demo.Demo}.
 */
@NullMarked
package io.heyue.sim.demo;

import org.jspecify.annotations.NullMarked;
