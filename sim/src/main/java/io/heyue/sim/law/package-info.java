/**
 * The law fuzzer: seeded worlds in which millions of contacts are asked for, and checkers that know
 * the law by themselves.
 *
 * <p>What: {@link io.heyue.sim.law.Telling} tells the story of a {@link
 * io.heyue.sim.law.world.World} to the guard and the budget of {@link io.heyue.sim.law.house};
 * {@link io.heyue.sim.law.Watch} holds each answer against {@link io.heyue.sim.law.check.Oracle}.
 * What fails is shrunk by {@link io.heyue.sim.law.Shrinker} to a seed and a few events, and told in
 * plain words by {@link io.heyue.sim.law.Narrator}. Begin reading at {@link
 * io.heyue.sim.law.Fuzzing}.
 */
@NullMarked
package io.heyue.sim.law;

import org.jspecify.annotations.NullMarked;
