/**
 * What the law says of a contact, told a second time and by itself.
 *
 * <p>What: {@link io.heyue.sim.law.check.Oracle} asks every {@link io.heyue.sim.law.check.Clause}.
 * The clauses were written from the statutes and standards that each names, and count in the
 * world's own log with arithmetic of their own: they may import neither {@code core.law} nor {@code
 * core.compliance}, so that a fault there is not repeated here. Numbers that stand in the rule book
 * stand here a second time, on purpose.
 */
@NullMarked
package io.heyue.sim.law.check;

import org.jspecify.annotations.NullMarked;
