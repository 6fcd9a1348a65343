/**
 * The house that is fuzzed: the guard, its book, and a budget in memory.
 *
 * <p>What: {@link io.heyue.sim.law.house.Judge} and {@link io.heyue.sim.law.house.Budget} are what
 * the fuzzer asks; {@link io.heyue.sim.law.house.GuardJudge} asks the production guard, {@link
 * io.heyue.sim.law.house.MemoryBudget} keeps the rules of {@code store.budget} without a database.
 *
 * <p>This is the only package of the fuzzer that may import {@code core.law} and {@code
 * core.compliance}: what judges and what checks the judgment share no code.
 */
@NullMarked
package io.heyue.sim.law.house;

import org.jspecify.annotations.NullMarked;
