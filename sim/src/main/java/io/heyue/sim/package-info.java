/**
 * A seeded world in which the system can be tried and shown: {@code play} and {@code demo}. Nobody
 * imports it.
 */
@NullMarked
package io.heyue.sim;

import org.jspecify.annotations.NullMarked;
