/**
 * The lender's strategy as decision tables (DMN) that strategists edit without a build.
 *
 * <p>{@link io.heyue.brain.tables.Tables} loads and checks them all at start-up: words that there
 * are not, rows that can never fit, a price that would rise are named with file and line, and
 * nothing starts. The key to understanding it is {@link io.heyue.brain.tables.Table}: one decision,
 * evaluated by Apache KIE, with the annotation of the row that decided.
 */
@NullMarked
package io.heyue.brain.tables;

import org.jspecify.annotations.NullMarked;
