/**
 * Cases as the fold of their events.
 *
 * <p>What: {@link io.heyue.store.cases.Cases} appends events at an expected version and keeps what
 * they come to beside them. Why both: the events are the truth, the state spares reading them.
 *
 * <p>The key to understanding it is {@link io.heyue.core.portfolio.Case#after}, by which both the
 * stored state and a rebuilt one are made.
 */
@NullMarked
package io.heyue.store.cases;

import org.jspecify.annotations.NullMarked;
