/**
 * Shows that the law fuzzer finds nothing in the guard, and everything in guards that are wrong.
 */
@NullMarked
package io.heyue.sim.law;

import org.jspecify.annotations.NullMarked;
