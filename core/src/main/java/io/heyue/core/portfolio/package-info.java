/**
 * Who owes what to whom, and what has happened since: accounts, borrowers, promises, plans, holds.
 *
 * <p>The key to understanding it is {@link io.heyue.core.portfolio.Case}: the fold of its {@link
 * io.heyue.core.portfolio.CaseEvent}s, and nothing else.
 */
@NullMarked
package io.heyue.core.portfolio;

import org.jspecify.annotations.NullMarked;
