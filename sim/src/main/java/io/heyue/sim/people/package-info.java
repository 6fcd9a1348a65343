/**
 * Simulated borrowers. They see nothing but the words that we wrote, answer in words of their own,
 * and know the truth about themselves, so that an outcome can be held against it.
 *
 * <p>The key to understanding it is {@link io.heyue.sim.people.Person}; {@link
 * io.heyue.sim.people.Cast} gives each kind of people its character and its truth.
 */
@NullMarked
package io.heyue.sim.people;

import org.jspecify.annotations.NullMarked;
