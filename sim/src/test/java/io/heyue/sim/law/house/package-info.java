/** Tells the fuzzer's stories to the real budget, on the real database. */
@NullMarked
package io.heyue.sim.law.house;

import org.jspecify.annotations.NullMarked;
