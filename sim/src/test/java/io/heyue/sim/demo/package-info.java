/** The demonstration, run for a few virtual days. */
@org.jspecify.annotations.NullMarked
package io.heyue.sim.demo;
